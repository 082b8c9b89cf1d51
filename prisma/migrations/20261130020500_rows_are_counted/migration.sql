-- CreateTable
CREATE TABLE "kept_counts" (
    "org_id" TEXT NOT NULL,
    "business_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "kept_counts_pkey" PRIMARY KEY ("org_id","business_id","kind","key")
);

-- They change in place, again and again.
alter table "kept_counts" set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- Up to which lead an organisation's are counted that was there before: see count_next_rows. Null, as of every later one whoever makes
-- it, where all are.
alter table "organisations" add column "counted_to" TEXT default '';
alter table "organisations" alter column "counted_to" drop default;

-- As what a lead counts, once it is told by its columns alone: the whole organisation's stands under a business of no name.
create function lead_counts(l "leads") returns table ("business_id" text, "kind" text, "key" text) language sql stable as $$
  select b.id, k.kind, k.key
    from (values (''), (l.business_id)) as b (id),
         (values ('LEADS', l.stage_id || ' ' || l.status::text || ' ' || coalesce(l.tier::text, 'NONE') || ' ' || coalesce(l.temperature::text, 'NONE')),
                 ('LEAD_SOURCES', l.source),
                 ('LEAD_DAYS', to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD')),
                 ('LEAD_SCORES', l.confidence_score::text),
                 ('LEAD_ENRICHMENTS', l.enrichment_status::text)) as k (kind, key)
   where l.deleted_at is null and b.id is not null and k.key is not null
$$;

-- Deferred to the commit: there the write's tail holds the organisation's row, so that no two writes wait for each other's counts.
-- Nodes of the version before end their writes with the same tail.
create function count_lead() returns trigger language plpgsql as $$
begin
  insert into kept_counts as kept (org_id, business_id, kind, key, count)
  select o.id, c.business_id, c.kind, c.key, sum(c.change)
    from organisations o,
         (select business_id, kind, key, -1 as change from lead_counts(old) union all
          select business_id, kind, key, 1 from lead_counts(new)) c
   where o.id = coalesce(new.org_id, old.org_id) and (o.counted_to is null or coalesce(new.id, old.id) <= o.counted_to)
   group by 1, 2, 3, 4 having sum(c.change) <> 0
  on conflict (org_id, business_id, kind, key) do update set count = kept.count + excluded.count;
  return null;
end $$;

create constraint trigger lead_made_counted after insert on "leads" deferrable initially deferred
  for each row when (new.deleted_at is null) execute function count_lead();
create constraint trigger lead_changed_counted after update on "leads" deferrable initially deferred
  for each row when (
    (old.deleted_at is null or new.deleted_at is null)
    and (old.deleted_at is null, old.business_id, old.stage_id, old.status, old.tier, old.temperature, old.source, old.created_at, old.confidence_score, old.enrichment_status)
        is distinct from
        (new.deleted_at is null, new.business_id, new.stage_id, new.status, new.tier, new.temperature, new.source, new.created_at, new.confidence_score, new.enrichment_status)
  ) execute function count_lead();
create constraint trigger lead_gone_counted after delete on "leads" deferrable initially deferred
  for each row when (old.deleted_at is null) execute function count_lead();

create function count_conversation() returns trigger language plpgsql as $$
begin
  insert into kept_counts as kept (org_id, business_id, kind, key, count)
  select o.id, c.business_id, 'CONVERSATIONS', c.status, sum(c.change)
    from organisations o,
         (values ('', old.status::text, -1), (old.business_id, old.status::text, -1),
                 ('', new.status::text, 1), (new.business_id, new.status::text, 1)) as c (business_id, status, change)
   where o.id = coalesce(new.org_id, old.org_id) and o.counted_to is null and c.business_id is not null and c.status is not null
   group by 1, 2, 4 having sum(c.change) <> 0
  on conflict (org_id, business_id, kind, key) do update set count = kept.count + excluded.count;
  return null;
end $$;

create constraint trigger conversation_made_counted after insert on "conversations" deferrable initially deferred
  for each row execute function count_conversation();
create constraint trigger conversation_changed_counted after update on "conversations" deferrable initially deferred
  for each row when ((old.business_id, old.status) is distinct from (new.business_id, new.status)) execute function count_conversation();
create constraint trigger conversation_gone_counted after delete on "conversations" deferrable initially deferred
  for each row execute function count_conversation();

create function count_task() returns trigger language plpgsql as $$
begin
  insert into kept_counts as kept (org_id, business_id, kind, key, count)
  select o.id, c.business_id, 'TASKS', c.key, sum(c.change)
    from organisations o,
         (select b.id as business_id, old.status::text || ' ' || old.type::text as key, -1 as change from (values (''), (old.business_id)) as b (id) union all
          select b.id, new.status::text || ' ' || new.type::text, 1 from (values (''), (new.business_id)) as b (id)) as c
   where o.id = coalesce(new.org_id, old.org_id) and o.counted_to is null and c.business_id is not null and c.key is not null
   group by 1, 2, 4 having sum(c.change) <> 0
  on conflict (org_id, business_id, kind, key) do update set count = kept.count + excluded.count;
  return null;
end $$;

create constraint trigger task_made_counted after insert on "tasks" deferrable initially deferred
  for each row execute function count_task();
create constraint trigger task_changed_counted after update on "tasks" deferrable initially deferred
  for each row when ((old.business_id, old.status, old.type) is distinct from (new.business_id, new.status, new.type)) execute function count_task();
create constraint trigger task_gone_counted after delete on "tasks" deferrable initially deferred
  for each row execute function count_task();

-- Counts the next leads of an organisation, then its conversations and tasks; answers whether more are left. The organisation's row is locked
-- first, and only then is looked at what there is: who changed rows and has not got to that lock yet is counted by the triggers, who
-- was there before has committed.
create function count_next_rows(org text) returns boolean language plpgsql as $$
declare
  counted text := (select counted_to from organisations where id = org for no key update);
  reached text;
begin
  if counted is null then return false; end if;
  select max(id) into reached from (select id from leads where org_id = org and id > counted order by id limit 10000) batch;
  if reached is null then
    insert into kept_counts (org_id, business_id, kind, key, count)
    select org, b.id, 'CONVERSATIONS', c.status::text, count(*)
      from conversations c, lateral (values (''), (c.business_id)) as b (id)
     where c.org_id = org and b.id is not null group by 2, 4
    union all
    select org, b.id, 'TASKS', t.status::text || ' ' || t.type::text, count(*)
      from tasks t, lateral (values (''), (t.business_id)) as b (id)
     where t.org_id = org and b.id is not null group by 2, 4;
  else
    insert into kept_counts as kept (org_id, business_id, kind, key, count)
    select org, c.business_id, c.kind, c.key, count(*)
      from leads l, lead_counts(l) c where l.org_id = org and l.id > counted and l.id <= reached group by 2, 3, 4
    on conflict (org_id, business_id, kind, key) do update set count = kept.count + excluded.count;
  end if;
  update organisations set counted_to = reached where id = org;
  return reached is not null;
end $$;
