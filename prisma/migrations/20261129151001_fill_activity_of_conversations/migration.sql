-- In batches, so that no write of another node waits for long: the conversations there are. Rows are locked in the order in
-- which writes lock them.
do $$
declare
  last_org text := '';
  last_id text := '';
begin
  loop
    with batch as materialized (
      select org_id, id from conversations
       where (org_id, id) > (last_org, last_id) and last_message_at is null
       order by org_id, id limit 1000 for no key update
    ), filled as materialized (
      select org_id, id, fill_conversation_activity(org_id, id) from batch
    )
    select org_id, id into last_org, last_id from filled order by org_id desc, id desc limit 1;
    exit when not found;
    commit;
  end loop;
end
$$;
