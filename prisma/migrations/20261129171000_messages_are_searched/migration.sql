-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "search" TEXT NOT NULL DEFAULT '';

-- A node of the version before keeps nothing to search by: it is filled in, folded as src/text.ts has it. Only a database in
-- UTF-8 can normalise.
create function fill_search_of_message() returns trigger language plpgsql as $$
declare
  words text := case when new.original_content = new.content then new.content else new.content || chr(10) || new.original_content end;
begin
  new.search := case
    when octet_length(words) = length(words) or getdatabaseencoding() <> 'UTF8' then lower(words)
    else normalize(replace(replace(lower(normalize(words, NFKC)), chr(775), ''), chr(305), 'i'), NFKC)
  end;
  return new;
end $$;

create trigger search_of_message_filled before insert or update on "messages"
  for each row when (new.search = '') execute function fill_search_of_message();

-- Any part of three characters or more is found without reading every message of the workspace. Made while there is nothing to
-- index, and filled in batches by the next migration.
CREATE INDEX "messages_search" ON "messages" USING gin ("org_id", "search" gin_trgm_ops) WHERE "search" <> '';

-- Those that do not wait are listed behind those that do.
DROP INDEX "conversations_waiting";
-- CreateIndex
CREATE INDEX "conversations_org_id_waiting_since_id_idx" ON "conversations"("org_id", "waiting_since", "id");
