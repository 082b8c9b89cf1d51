-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ScheduledEmailState" ADD VALUE 'DRAFT';
ALTER TYPE "ScheduledEmailState" ADD VALUE 'CLAIMED';
ALTER TYPE "ScheduledEmailState" ADD VALUE 'KEPT';
ALTER TYPE "ScheduledEmailState" ADD VALUE 'UNCERTAIN';
ALTER TYPE "ScheduledEmailState" ADD VALUE 'BOUNCED';
ALTER TYPE "ScheduledEmailState" ADD VALUE 'DISCARDED';

-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN     "review" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "scheduled_emails" ADD COLUMN     "ai_written" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "body_html" TEXT,
ADD COLUMN     "body_text" TEXT,
ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "claimed_by" TEXT,
ADD COLUMN     "error" TEXT,
ADD COLUMN     "from_address" TEXT,
ADD COLUMN     "instructions" TEXT,
ADD COLUMN     "message_id" TEXT,
ADD COLUMN     "sent_subject" TEXT,
ADD COLUMN     "to_address" TEXT,
ADD COLUMN     "unsubscribe_hash" BYTEA,
ADD COLUMN     "written_at" TIMESTAMPTZ(3),
ALTER COLUMN "enrolment_id" DROP NOT NULL,
ALTER COLUMN "campaign_id" DROP NOT NULL,
ALTER COLUMN "step" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "scheduled_emails_message_id_key" ON "scheduled_emails"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "scheduled_emails_unsubscribe_hash_key" ON "scheduled_emails"("unsubscribe_hash");

-- CreateIndex
CREATE INDEX "scheduled_emails_org_id_lead_id_id_idx" ON "scheduled_emails"("org_id", "lead_id", "id");

-- CreateIndex
CREATE INDEX "scheduled_emails_state_due_at_idx" ON "scheduled_emails"("state", "due_at");

-- CreateIndex
CREATE INDEX "scheduled_emails_org_id_to_address_idx" ON "scheduled_emails"("org_id", "to_address");
