-- Written by hand: Prisma makes no partial indexes. Few conversations are held at a time: those whose key has ended are found
-- whatever the number of the others, and so is that nothing is held with a session that is to be removed.
CREATE INDEX "conversations_held" ON "conversations" ("org_id", "holder_key_id") WHERE "holder_key_id" IS NOT NULL;
