-- In batches, so that no write of another node waits for long: the messages there are, filled in by the trigger of the migration
-- before.
do $$
declare
  last_org text := '';
  last_id text := '';
begin
  loop
    with batch as materialized (
      select org_id, id from messages
       where (org_id, id) > (last_org, last_id)
       order by org_id, id limit 1000 for no key update
    ), filled as (
      update messages as message set search = ''
        from batch where message.org_id = batch.org_id and message.id = batch.id and message.search = ''
    )
    select org_id, id into last_org, last_id from batch order by org_id desc, id desc limit 1;
    exit when not found;
    commit;
  end loop;
end
$$;
