-- AlterTable
ALTER TABLE "conversations" ALTER COLUMN "last_message_at" SET NOT NULL;

-- CreateIndex
CREATE INDEX "conversations_org_id_last_message_at_id_idx" ON "conversations"("org_id", "last_message_at", "id");

-- CreateIndex
CREATE INDEX "conversations_org_id_status_last_message_at_id_idx" ON "conversations"("org_id", "status", "last_message_at", "id");

-- CreateIndex
CREATE INDEX "conversations_org_id_widget_id_last_message_at_id_idx" ON "conversations"("org_id", "widget_id", "last_message_at", "id");

-- CreateIndex
CREATE INDEX "conversations_org_id_business_id_last_message_at_id_idx" ON "conversations"("org_id", "business_id", "last_message_at", "id");

-- Few wait: they are found whatever the number of the others.
CREATE INDEX "conversations_waiting" ON "conversations" ("org_id", "waiting_since", "id") WHERE "waiting_since" IS NOT NULL;
