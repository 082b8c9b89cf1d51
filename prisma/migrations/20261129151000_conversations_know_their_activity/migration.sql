-- What an inbox is read by. `last_message_at` is null until the next migration has filled it in.
-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "last_message_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_message_id" TEXT,
ADD COLUMN     "message_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "waiting_since" TIMESTAMPTZ(3);
ALTER TABLE "conversations" ALTER COLUMN "last_message_at" SET DEFAULT CURRENT_TIMESTAMP;

-- The sentences by which the rules of the version before leave a message to the team.
create function is_left_to_the_team(content text) returns boolean language sql immutable as $$
  select content ~ 'your (question|request) is in front of them\.|anybody on it can take over from here\.'
$$;

-- All of it, from the messages there are. A person's message answers all before it.
create function fill_conversation_activity(in_org text, in_conversation text) returns void language plpgsql as $$
declare
  answered text;
  spoken text;
  asked text;
begin
  perform from conversations where org_id = in_org and id = in_conversation for no key update;
  select coalesce(max(id) filter (where role = 'HUMAN'), ''), coalesce(max(id) filter (where role <> 'VISITOR'), '')
    into answered, spoken
    from messages where org_id = in_org and conversation_id = in_conversation;
  select max(id) into asked
    from messages
   where org_id = in_org and conversation_id = in_conversation and role = 'VISITOR'
     and id < (select min(id) from messages
                where org_id = in_org and conversation_id = in_conversation and role = 'AI' and id > answered
                  and is_left_to_the_team(content));
  update conversations c
     set last_message_id = (select max(id) from messages where org_id = in_org and conversation_id = in_conversation),
         last_message_at = coalesce((select created_at from messages
                                      where org_id = in_org and conversation_id = in_conversation
                                      order by id desc limit 1), c.created_at),
         message_count = (select count(*) from messages where org_id = in_org and conversation_id = in_conversation),
         waiting_since = (select min(created_at) from messages
                           where org_id = in_org and conversation_id = in_conversation and role = 'VISITOR'
                             and id > answered and c.status <> 'CLOSED'
                             and (id >= asked or c.status = 'HUMAN_ACTIVE' and (created_at >= c.taken_over_at or id > spoken)))
   where org_id = in_org and id = in_conversation;
end $$;

-- A node of the version before adds messages without it. This one tells the conversation first, which then has the message's id.
create function keep_conversation_activity() returns trigger language plpgsql as $$
begin
  if exists (select from conversations where org_id = new.org_id and id = new.conversation_id and last_message_at is null) then
    perform fill_conversation_activity(new.org_id, new.conversation_id);
    return null;
  end if;
  update conversations c
     set last_message_id = new.id,
         last_message_at = new.created_at,
         message_count = c.message_count + 1,
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

create trigger conversation_activity_kept after insert on "messages"
  for each row execute function keep_conversation_activity();

-- The same for its takeovers, which make what nobody answered yet wait for a person, and for its closing.
create function keep_conversation_waiting() returns trigger language plpgsql as $$
begin
  new.waiting_since := case when new.status = 'HUMAN_ACTIVE' then (
    with said as materialized (
      select id, role, in_reply_to, created_at from messages where org_id = new.org_id and conversation_id = new.id
    )
    select min(created_at) from said
     where role = 'VISITOR'
       and id > coalesce((select max(id) from said where role = 'HUMAN' or role = 'AI' and in_reply_to = '{}'), '')
       and not exists (select from said answer where said.id = any(answer.in_reply_to)))
  end;
  return new;
end $$;

create trigger conversation_waiting_kept before update on "conversations"
  for each row when (
    new.status = 'CLOSED' and new.waiting_since is not null
    or new.status = 'HUMAN_ACTIVE' and old.status <> 'HUMAN_ACTIVE' and new.waiting_since is null
  ) execute function keep_conversation_waiting();
