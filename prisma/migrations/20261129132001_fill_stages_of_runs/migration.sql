-- In batches, so that no write of another node waits for long: the runs there are, filled in by the trigger of the migration
-- before. One whose stage has no such name any more stays without.
do $$
declare
  last_org text := '';
  last_id text := '';
begin
  loop
    with batch as materialized (
      select org_id, id from automation_runs
       where (org_id, id) > (last_org, last_id) and from_stage_id is null
       order by org_id, id limit 1000 for no key update
    ), filled as (
      update automation_runs as run set from_stage_id = run.from_stage_id
        from batch where run.org_id = batch.org_id and run.id = batch.id
    )
    select org_id, id into last_org, last_id from batch order by org_id desc, id desc limit 1;
    exit when not found;
    commit;
  end loop;
end
$$;
