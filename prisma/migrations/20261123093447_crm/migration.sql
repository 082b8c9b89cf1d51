-- CreateEnum
CREATE TYPE "LeadTier" AS ENUM ('HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "EnrichmentStatus" AS ENUM ('COMPLETE', 'FAILED');

-- CreateEnum
CREATE TYPE "CustomFieldType" AS ENUM ('TEXT', 'NUMBER', 'DATE', 'SELECT', 'MULTISELECT', 'BOOLEAN');

-- CreateEnum
CREATE TYPE "NoteType" AS ENUM ('MANUAL', 'TRANSCRIPT_SUMMARY', 'AI_INSIGHT', 'SYSTEM');

-- CreateEnum
CREATE TYPE "TouchpointType" AS ENUM ('EMAIL', 'CALL', 'MEETING', 'NOTE', 'MEETING_BOOKED', 'PROPOSAL_VIEWED', 'CTA_CLICKED', 'QUIZ_COMPLETED', 'VIDEO_WATCHED', 'REPLY', 'OTHER');

-- CreateEnum
CREATE TYPE "RuleTrigger" AS ENUM ('MEETING_BOOKED', 'PROPOSAL_VIEWED', 'CTA_CLICKED', 'QUIZ_COMPLETED', 'NO_TOUCH');

-- CreateEnum
CREATE TYPE "CampaignTrigger" AS ENUM ('QUIZ_COMPLETED', 'PROPOSAL_VIEWED', 'CTA_CLICKED', 'MEETING_BOOKED', 'STAGE_CHANGED', 'MANUAL');

-- CreateEnum
CREATE TYPE "EnrolmentStatus" AS ENUM ('ACTIVE', 'COMPLETED', 'STOPPED');

-- CreateEnum
CREATE TYPE "ScheduledEmailState" AS ENUM ('QUEUED', 'SENT', 'SKIPPED', 'FAILED');

-- CreateEnum
CREATE TYPE "SyncSourceType" AS ENUM ('GMAIL', 'API_SDR', 'FORM_WEBHOOK', 'GENERIC_WEBHOOK');

-- CreateEnum
CREATE TYPE "FeedbackType" AS ENUM ('BUG', 'FEATURE', 'ERROR');

-- CreateEnum
CREATE TYPE "FeedbackPriority" AS ENUM ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "FeedbackStatus" AS ENUM ('OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED');

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "business_type" TEXT,
ADD COLUMN     "company_name" TEXT,
ADD COLUMN     "company_revenue" TEXT,
ADD COLUMN     "company_size" TEXT,
ADD COLUMN     "confidence_factors" JSONB,
ADD COLUMN     "confidence_score" INTEGER,
ADD COLUMN     "crm_data" JSONB,
ADD COLUMN     "custom_fields" JSONB,
ADD COLUMN     "email_bounced_at" TIMESTAMPTZ(3),
ADD COLUMN     "enriched_at" TIMESTAMPTZ(3),
ADD COLUMN     "enrichment_error" TEXT,
ADD COLUMN     "enrichment_status" "EnrichmentStatus",
ADD COLUMN     "last_touched_at" TIMESTAMPTZ(3),
ADD COLUMN     "linkedin_url" TEXT,
ADD COLUMN     "scored_at" TIMESTAMPTZ(3),
ADD COLUMN     "seniority" TEXT,
ADD COLUMN     "tier" "LeadTier";

-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "booking_link" TEXT,
ADD COLUMN     "industry" TEXT,
ADD COLUMN     "project_slug" TEXT;

-- CreateTable
CREATE TABLE "custom_fields" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "field_type" "CustomFieldType" NOT NULL,
    "options" TEXT[],
    "required" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custom_fields_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "notes" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "lead_id" TEXT NOT NULL,
    "type" "NoteType" NOT NULL DEFAULT 'MANUAL',
    "body" TEXT NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "author_key_id" TEXT,
    "author_member_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "touchpoints" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "lead_id" TEXT NOT NULL,
    "type" "TouchpointType" NOT NULL,
    "channel" TEXT,
    "summary" TEXT,
    "metadata" JSONB,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "author_key_id" TEXT,
    "author_member_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "touchpoints_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "playbooks" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "tier" "LeadTier",
    "stage_key" TEXT,
    "steps" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "playbooks_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "automation_rules" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "trigger" "RuleTrigger" NOT NULL,
    "target_stage_id" TEXT,
    "from_stage_id" TEXT,
    "tier" "LeadTier",
    "min_view_count" INTEGER,
    "min_confidence_score" INTEGER,
    "min_days_since_touch" INTEGER,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "automation_rules_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "automation_runs" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "lead_id" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "rule_name" TEXT NOT NULL,
    "trigger" "RuleTrigger" NOT NULL,
    "touchpoint_id" TEXT,
    "from_stage_name" TEXT NOT NULL,
    "to_stage_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "automation_runs_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "trigger" "CampaignTrigger" NOT NULL,
    "conditions" JSONB,
    "ai_enabled" BOOLEAN NOT NULL DEFAULT false,
    "ai_config" JSONB,
    "steps" JSONB NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "campaign_id" TEXT NOT NULL,
    "lead_id" TEXT NOT NULL,
    "status" "EnrolmentStatus" NOT NULL DEFAULT 'ACTIVE',
    "trigger" "CampaignTrigger" NOT NULL,
    "stop_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "scheduled_emails" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "enrolment_id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "lead_id" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "ScheduledEmailState" NOT NULL DEFAULT 'QUEUED',
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scheduled_emails_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "sync_sources" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "SyncSourceType" NOT NULL,
    "stage_id" TEXT,
    "config" JSONB,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_sources_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" "FeedbackType" NOT NULL,
    "agent" TEXT,
    "priority" "FeedbackPriority" NOT NULL DEFAULT 'MEDIUM',
    "title" TEXT NOT NULL,
    "description" TEXT,
    "context" JSONB,
    "status" "FeedbackStatus" NOT NULL DEFAULT 'OPEN',
    "response" TEXT,
    "responded_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "custom_fields_org_id_name_key" ON "custom_fields"("org_id", "name");

-- CreateIndex
CREATE INDEX "notes_org_id_lead_id_id_idx" ON "notes"("org_id", "lead_id", "id");

-- CreateIndex
CREATE INDEX "touchpoints_org_id_lead_id_id_idx" ON "touchpoints"("org_id", "lead_id", "id");

-- CreateIndex
CREATE INDEX "touchpoints_org_id_lead_id_type_idx" ON "touchpoints"("org_id", "lead_id", "type");

-- CreateIndex
CREATE UNIQUE INDEX "playbooks_org_id_name_key" ON "playbooks"("org_id", "name");

-- CreateIndex
CREATE INDEX "automation_runs_org_id_lead_id_id_idx" ON "automation_runs"("org_id", "lead_id", "id");

-- CreateIndex
CREATE INDEX "automation_runs_org_id_rule_id_lead_id_idx" ON "automation_runs"("org_id", "rule_id", "lead_id");

-- CreateIndex
CREATE INDEX "enrolments_org_id_lead_id_id_idx" ON "enrolments"("org_id", "lead_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_org_id_campaign_id_lead_id_key" ON "enrolments"("org_id", "campaign_id", "lead_id");

-- CreateIndex
CREATE INDEX "scheduled_emails_org_id_lead_id_due_at_idx" ON "scheduled_emails"("org_id", "lead_id", "due_at");

-- CreateIndex
CREATE INDEX "scheduled_emails_org_id_state_due_at_idx" ON "scheduled_emails"("org_id", "state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "scheduled_emails_org_id_enrolment_id_step_key" ON "scheduled_emails"("org_id", "enrolment_id", "step");

-- CreateIndex
CREATE INDEX "feedback_org_id_status_id_idx" ON "feedback"("org_id", "status", "id");

-- AddForeignKey
ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_org_id_lead_id_fkey" FOREIGN KEY ("org_id", "lead_id") REFERENCES "leads"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_org_id_lead_id_fkey" FOREIGN KEY ("org_id", "lead_id") REFERENCES "leads"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "playbooks" ADD CONSTRAINT "playbooks_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_rules" ADD CONSTRAINT "automation_rules_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_rules" ADD CONSTRAINT "automation_rules_org_id_target_stage_id_fkey" FOREIGN KEY ("org_id", "target_stage_id") REFERENCES "stages"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_rules" ADD CONSTRAINT "automation_rules_org_id_from_stage_id_fkey" FOREIGN KEY ("org_id", "from_stage_id") REFERENCES "stages"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_runs" ADD CONSTRAINT "automation_runs_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_runs" ADD CONSTRAINT "automation_runs_org_id_lead_id_fkey" FOREIGN KEY ("org_id", "lead_id") REFERENCES "leads"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_org_id_campaign_id_fkey" FOREIGN KEY ("org_id", "campaign_id") REFERENCES "campaigns"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_org_id_lead_id_fkey" FOREIGN KEY ("org_id", "lead_id") REFERENCES "leads"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_org_id_enrolment_id_fkey" FOREIGN KEY ("org_id", "enrolment_id") REFERENCES "enrolments"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_org_id_campaign_id_fkey" FOREIGN KEY ("org_id", "campaign_id") REFERENCES "campaigns"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_org_id_lead_id_fkey" FOREIGN KEY ("org_id", "lead_id") REFERENCES "leads"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_sources" ADD CONSTRAINT "sync_sources_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_sources" ADD CONSTRAINT "sync_sources_org_id_stage_id_fkey" FOREIGN KEY ("org_id", "stage_id") REFERENCES "stages"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: Prisma makes no expression or partial indexes.

-- Leads by how long nobody was in touch.
CREATE INDEX "leads_idle" ON "leads" ("org_id", (coalesce("last_touched_at", "created_at"))) WHERE "deleted_at" IS NULL;

-- A key that could do everything in its workspace still can.
UPDATE "api_keys"
   SET "scopes" = "scopes" || ARRAY['pipeline:write', 'automation:read', 'automation:write', 'campaigns:read', 'campaigns:write', 'analytics:read', 'feedback:read', 'feedback:write', 'workspace:write']
 WHERE "scopes" @> ARRAY['leads:read', 'leads:write', 'leads:handoff', 'conversations:read', 'conversations:takeover', 'conversations:reply', 'conversations:handback', 'conversations:write', 'tasks:read', 'tasks:write', 'sources:read', 'sources:write', 'widgets:read', 'widgets:write', 'businesses:read', 'businesses:write', 'members:read', 'members:write', 'keys:read', 'keys:write', 'webhooks:read', 'webhooks:write', 'events:read', 'audit:read'];
