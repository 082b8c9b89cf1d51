-- Written by hand: Prisma makes no partial indexes. Sessions that ended long ago are found whatever the number of keys, and what
-- was written with them whatever the number of messages, of which few are of people.
CREATE INDEX "sessions_by_end" ON "api_keys" ("expires_at") WHERE "is_session";
CREATE INDEX "messages_of_keys" ON "messages" ("org_id", "author_key_id") WHERE "author_key_id" IS NOT NULL;
