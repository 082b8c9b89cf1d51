-- CreateIndex
CREATE INDEX "conversations_org_id_status_id_idx" ON "conversations"("org_id", "status", "id");

-- Few wait, and most of these are new: the oldest of them are found without those that wait no more. Written by hand, since Prisma
-- makes no partial indexes.
CREATE INDEX "waiting_conversations" ON "conversations" ("org_id", "id") WHERE "waiting_since" IS NOT NULL;
CREATE INDEX "waiting_conversations_by_activity" ON "conversations" ("org_id", "last_message_at", "id") WHERE "waiting_since" IS NOT NULL;
