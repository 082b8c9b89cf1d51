-- In batches, so that no write of another node waits for long: the leads there are, filled in by the trigger of the migration before. Rows
-- are locked in the order in which writes lock them.
do $$
declare
  last_org text := '';
  last_id text := '';
begin
  loop
    with batch as materialized (
      select org_id, id from leads
       where (org_id, id) > (last_org, last_id) and phone is not null
       order by org_id, id limit 1000 for no key update
    ), filled as (
      update leads as lead set search = lead.search
        from batch where lead.org_id = batch.org_id and lead.id = batch.id
    )
    select org_id, id into last_org, last_id from batch order by org_id desc, id desc limit 1;
    exit when not found;
    commit;
  end loop;
end
$$;
