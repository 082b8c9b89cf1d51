-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "captured_at" TIMESTAMPTZ(3),
ADD COLUMN     "not_captured_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "widgets" ADD COLUMN     "leads_per_hour" INTEGER NOT NULL DEFAULT 30;

-- What a widget's chats captured lately, and those that could not.
CREATE INDEX "conversations_captured" ON "conversations" ("org_id", "widget_id", "captured_at") WHERE "captured_at" IS NOT NULL;
CREATE INDEX "conversations_not_captured" ON "conversations" ("org_id", "widget_id") WHERE "not_captured_at" IS NOT NULL;
