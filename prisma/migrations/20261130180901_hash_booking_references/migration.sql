-- In batches, so that no write of another node waits for long: the references there are, hashed by the trigger of the migration before.
do $$
declare
  last_org text := '';
  last_id text := '';
begin
  loop
    with batch as materialized (
      select org_id, id from meetings
       where (org_id, id) > (last_org, last_id)
       order by org_id, id limit 1000 for no key update
    ), hashed as (
      update meetings as meeting set reference = meeting.reference
        from batch where meeting.org_id = batch.org_id and meeting.id = batch.id
         and meeting.provider = 'CAL_COM' and meeting.reference like '%/%@%'
    )
    select org_id, id into last_org, last_id from batch order by org_id desc, id desc limit 1;
    exit when not found;
    commit;
  end loop;
end
$$;
