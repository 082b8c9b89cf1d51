-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "lease_seconds" INTEGER,
ADD COLUMN     "taken_over_until" TIMESTAMPTZ(3);

-- Few takeovers are leased: those that are over are found whatever the number of conversations.
CREATE INDEX "conversations_leased" ON "conversations" ("taken_over_until") WHERE "taken_over_until" IS NOT NULL;

-- A node of the version before ends a takeover and knows of no lease.
create function end_lease_of_conversation() returns trigger language plpgsql as $$
begin
  new.lease_seconds := null;
  new.taken_over_until := null;
  return new;
end $$;

create trigger lease_of_conversation_ended before update on "conversations"
  for each row when (new.status <> 'HUMAN_ACTIVE' and new.taken_over_until is not null)
  execute function end_lease_of_conversation();

-- Its replies renew one, as all replies do; what else they change is as it was.
create or replace function keep_conversation_activity() returns trigger language plpgsql as $$
begin
  if exists (select from conversations where org_id = new.org_id and id = new.conversation_id and last_message_at is null) then
    perform fill_conversation_activity(new.org_id, new.conversation_id);
    return null;
  end if;
  update conversations c
     set last_message_id = new.id,
         last_message_at = new.created_at,
         message_count = c.message_count + 1,
         taken_over_until = case
           when new.role = 'HUMAN' and c.lease_seconds is not null
             then date_trunc('milliseconds', statement_timestamp()) + c.lease_seconds * interval '1 second'
           else c.taken_over_until
         end,
         waiting_since = case
           when new.role = 'HUMAN' or c.status = 'CLOSED' then null
           when new.role = 'VISITOR' and c.status = 'HUMAN_ACTIVE' then coalesce(c.waiting_since, new.created_at)
           when new.role = 'AI' and is_left_to_the_team(new.content) then coalesce(c.waiting_since, (
             select min(created_at) from messages
              where org_id = new.org_id and conversation_id = new.conversation_id and id = any(new.in_reply_to)))
           else c.waiting_since
         end
   where c.org_id = new.org_id and c.id = new.conversation_id and c.last_message_id is distinct from new.id;
  return null;
end $$;
