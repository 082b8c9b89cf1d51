-- A machine's clock may be put back between the making of a row and its change.
create function keep_updated_after_created() returns trigger language plpgsql as $$
begin
  new.updated_at := new.created_at;
  return new;
end $$;

create trigger updated_after_created before update on "leads"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "conversations"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "tasks"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "custom_fields"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "notes"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "playbooks"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "automation_rules"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "campaigns"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "enrolments"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "scheduled_emails"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "sync_sources"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "feedback"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
create trigger updated_after_created before update on "webhook_endpoints"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
