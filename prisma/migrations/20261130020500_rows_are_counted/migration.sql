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

-- What a statement changed of the counts is noted within its transaction, summed up: as JSON objects, one behind the other. Of a lead
-- of an organisation that is not counted yet it is noted which lead it is.
create function note_count_changes(changes text) returns void language sql as $$
  select set_config('tributary.count_changes',
           concat_ws(',', nullif(current_setting('tributary.count_changes', true), ''), changes), true)
   where changes is not null
$$;

-- Puts what was noted into the counts. Deferred to the commit: there the write's tail holds the organisation's row, so that no two writes
-- wait for each other's counts. Nodes of the version before end their writes with the same tail. The first row's does it for all.
create function keep_counts() returns trigger language plpgsql as $$
declare
  changes text := current_setting('tributary.count_changes', true);
begin
  if coalesce(changes, '') = '' then return null; end if;
  perform set_config('tributary.count_changes', '', true);
  insert into kept_counts as kept (org_id, business_id, kind, key, count)
  select o.id, c.business_id, c.kind, c.key, sum(c.change)
    from json_to_recordset(('[' || changes || ']')::json) as c (org_id text, business_id text, kind text, key text, change int, lead_id text)
    join organisations o on o.id = c.org_id
   where o.counted_to is null or c.lead_id <= o.counted_to
   group by 1, 2, 3, 4 having sum(c.change) <> 0
  on conflict (org_id, business_id, kind, key) do update set count = kept.count + excluded.count;
  return null;
end $$;

create function note_leads() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select l.org_id, k.business_id, k.kind, k.key, count(*) as change, case when o.counted_to is not null then l.id end as lead_id
        from new_rows l join organisations o on o.id = l.org_id, lead_counts(l::"leads") k group by 1, 2, 3, 4, 6) c));
  elsif tg_op = 'DELETE' then
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select l.org_id, k.business_id, k.kind, k.key, -count(*) as change, case when o.counted_to is not null then l.id end as lead_id
        from old_rows l join organisations o on o.id = l.org_id, lead_counts(l::"leads") k group by 1, 2, 3, 4, 6) c));
  else
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select o.id as org_id, k.business_id, k.kind, k.key, sum(r.change) as change, case when o.counted_to is not null then (r.lead).id end as lead_id
        from (select e::"leads" as lead, -1 as change from old_rows e union all select l::"leads", 1 from new_rows l) r
        join organisations o on o.id = (r.lead).org_id, lead_counts(r.lead) k
       group by 1, 2, 3, 4, 6 having sum(r.change) <> 0) c));
  end if;
  return null;
end $$;

create trigger leads_made_noted after insert on "leads" referencing new table as new_rows for each statement execute function note_leads();
create trigger leads_changed_noted after update on "leads" referencing old table as old_rows new table as new_rows for each statement execute function note_leads();
create trigger leads_gone_noted after delete on "leads" referencing old table as old_rows for each statement execute function note_leads();
create constraint trigger lead_made_counted after insert on "leads" deferrable initially deferred
  for each row when (new.deleted_at is null) execute function keep_counts();
create constraint trigger lead_changed_counted after update on "leads" deferrable initially deferred
  for each row when (
    (old.deleted_at is null or new.deleted_at is null)
    and (old.deleted_at is null, old.business_id, old.stage_id, old.status, old.tier, old.temperature, old.source, old.created_at, old.confidence_score, old.enrichment_status)
        is distinct from
        (new.deleted_at is null, new.business_id, new.stage_id, new.status, new.tier, new.temperature, new.source, new.created_at, new.confidence_score, new.enrichment_status)
  ) execute function keep_counts();
create constraint trigger lead_gone_counted after delete on "leads" deferrable initially deferred
  for each row when (old.deleted_at is null) execute function keep_counts();

create function note_conversations() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select r.org_id, b.id as business_id, 'CONVERSATIONS' as kind, r.status::text as key, count(*) as change
        from new_rows r, lateral (values (''), (r.business_id)) as b (id) where b.id is not null group by 1, 2, 4) c));
  elsif tg_op = 'DELETE' then
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select r.org_id, b.id as business_id, 'CONVERSATIONS' as kind, r.status::text as key, -count(*) as change
        from old_rows r, lateral (values (''), (r.business_id)) as b (id) where b.id is not null group by 1, 2, 4) c));
  else
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select org_id, business_id, kind, key, sum(change) as change from (
        select r.org_id, b.id as business_id, 'CONVERSATIONS' as kind, r.status::text as key, -1 as change
        from old_rows r, lateral (values (''), (r.business_id)) as b (id) where b.id is not null
        union all
        select r.org_id, b.id as business_id, 'CONVERSATIONS' as kind, r.status::text as key, 1 as change
        from new_rows r, lateral (values (''), (r.business_id)) as b (id) where b.id is not null) as r
       group by 1, 2, 3, 4 having sum(change) <> 0) c));
  end if;
  return null;
end $$;

create trigger conversations_made_noted after insert on "conversations" referencing new table as new_rows for each statement execute function note_conversations();
create trigger conversations_changed_noted after update on "conversations" referencing old table as old_rows new table as new_rows for each statement execute function note_conversations();
create trigger conversations_gone_noted after delete on "conversations" referencing old table as old_rows for each statement execute function note_conversations();
create constraint trigger conversation_made_counted after insert on "conversations" deferrable initially deferred
  for each row execute function keep_counts();
create constraint trigger conversation_changed_counted after update on "conversations" deferrable initially deferred
  for each row when ((old.business_id, old.status) is distinct from (new.business_id, new.status)) execute function keep_counts();
create constraint trigger conversation_gone_counted after delete on "conversations" deferrable initially deferred
  for each row execute function keep_counts();

create function note_tasks() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select r.org_id, b.id as business_id, 'TASKS' as kind, r.status::text || ' ' || r.type::text as key, count(*) as change
        from new_rows r, lateral (values (''), (r.business_id)) as b (id) where b.id is not null group by 1, 2, 4) c));
  elsif tg_op = 'DELETE' then
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select r.org_id, b.id as business_id, 'TASKS' as kind, r.status::text || ' ' || r.type::text as key, -count(*) as change
        from old_rows r, lateral (values (''), (r.business_id)) as b (id) where b.id is not null group by 1, 2, 4) c));
  else
    perform note_count_changes((select string_agg(to_json(c)::text, ',') from (
      select org_id, business_id, kind, key, sum(change) as change from (
        select r.org_id, b.id as business_id, 'TASKS' as kind, r.status::text || ' ' || r.type::text as key, -1 as change
        from old_rows r, lateral (values (''), (r.business_id)) as b (id) where b.id is not null
        union all
        select r.org_id, b.id as business_id, 'TASKS' as kind, r.status::text || ' ' || r.type::text as key, 1 as change
        from new_rows r, lateral (values (''), (r.business_id)) as b (id) where b.id is not null) as r
       group by 1, 2, 3, 4 having sum(change) <> 0) c));
  end if;
  return null;
end $$;

create trigger tasks_made_noted after insert on "tasks" referencing new table as new_rows for each statement execute function note_tasks();
create trigger tasks_changed_noted after update on "tasks" referencing old table as old_rows new table as new_rows for each statement execute function note_tasks();
create trigger tasks_gone_noted after delete on "tasks" referencing old table as old_rows for each statement execute function note_tasks();
create constraint trigger task_made_counted after insert on "tasks" deferrable initially deferred
  for each row execute function keep_counts();
create constraint trigger task_changed_counted after update on "tasks" deferrable initially deferred
  for each row when ((old.business_id, old.status, old.type) is distinct from (new.business_id, new.status, new.type)) execute function keep_counts();
create constraint trigger task_gone_counted after delete on "tasks" deferrable initially deferred
  for each row execute function keep_counts();

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
