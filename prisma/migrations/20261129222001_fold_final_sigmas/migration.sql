-- In batches, so that no write of another node waits for long: what leads and messages are searched by, folded by the triggers of
-- the migration before. Rows are locked in the order in which writes lock them.
do $$
declare
  last_org text := '';
  last_id text := '';
begin
  if getdatabaseencoding() <> 'UTF8' then return; end if;
  loop
    with batch as materialized (
      select org_id, id from leads
       where (org_id, id) > (last_org, last_id) and strpos(search, chr(962)) > 0
       order by org_id, id limit 1000 for no key update
    ), folded as (
      update leads as lead set search = lead.search
        from batch where lead.org_id = batch.org_id and lead.id = batch.id
    )
    select org_id, id into last_org, last_id from batch order by org_id desc, id desc limit 1;
    exit when not found;
    commit;
  end loop;
  last_org := '';
  last_id := '';
  loop
    with batch as materialized (
      select org_id, id from messages
       where (org_id, id) > (last_org, last_id) and strpos(search, chr(962)) > 0
       order by org_id, id limit 1000 for no key update
    ), folded as (
      update messages as message set search = message.search
        from batch where message.org_id = batch.org_id and message.id = batch.id
    )
    select org_id, id into last_org, last_id from batch order by org_id desc, id desc limit 1;
    exit when not found;
    commit;
  end loop;
end
$$;
