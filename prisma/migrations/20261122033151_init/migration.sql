-- CreateEnum
CREATE TYPE "Tier" AS ENUM ('FREE', 'PRO', 'ULTRA', 'UNLIMITED');

-- CreateEnum
CREATE TYPE "Dialect" AS ENUM ('QUINCER', 'AI93', 'CLAWCRM', 'GRAPHQL', 'WIDGET');

-- CreateEnum
CREATE TYPE "MemberType" AS ENUM ('HUMAN', 'AGENT');

-- CreateEnum
CREATE TYPE "LeadStatus" AS ENUM ('NEW', 'CONTACTED', 'REPLIED', 'CONVERTED', 'CLOSED', 'SPAM');

-- CreateEnum
CREATE TYPE "Temperature" AS ENUM ('HOT', 'WARM', 'COLD');

-- CreateEnum
CREATE TYPE "ConversationStatus" AS ENUM ('ACTIVE', 'HUMAN_ACTIVE', 'CLOSED');

-- CreateEnum
CREATE TYPE "MessageRole" AS ENUM ('VISITOR', 'AI', 'HUMAN', 'SYSTEM');

-- CreateEnum
CREATE TYPE "TaskType" AS ENUM ('FOLLOW_UP', 'QUALIFICATION', 'CRM_SYNC', 'ENRICHMENT', 'EMAIL', 'OTHER');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('PENDING', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "WebhookFormat" AS ENUM ('QUINCER', 'AI93', 'STANDARD');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('PENDING', 'SUCCEEDED', 'DEAD');

-- CreateTable
CREATE TABLE "organisations" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_email" TEXT,
    "tier" "Tier" NOT NULL DEFAULT 'FREE',
    "revision" BIGINT NOT NULL DEFAULT 0,
    "position" BIGINT NOT NULL DEFAULT 0,
    "event_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "businesses" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "businesses_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "members" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" "MemberType" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "avatar_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "widgets" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "name" TEXT NOT NULL,
    "allowed_origins" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "widgets_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "member_id" TEXT,
    "widget_id" TEXT,
    "dialect" "Dialect" NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "api_key_usage" (
    "org_id" TEXT NOT NULL,
    "api_key_id" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_key_usage_pkey" PRIMARY KEY ("org_id","api_key_id")
);

-- CreateTable
CREATE TABLE "stages" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stages_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "leads" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "widget_id" TEXT,
    "conversation_id" TEXT,
    "stage_id" TEXT NOT NULL,
    "assigned_to_id" TEXT,
    "status" "LeadStatus" NOT NULL DEFAULT 'NEW',
    "temperature" "Temperature",
    "score" INTEGER,
    "tags" TEXT[],
    "first_name" TEXT,
    "last_name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "handle" TEXT,
    "company" TEXT,
    "job_title" TEXT,
    "bant_budget" TEXT,
    "bant_authority" TEXT,
    "bant_need" TEXT,
    "bant_timeline" TEXT,
    "source" TEXT NOT NULL,
    "target_type" TEXT,
    "context" JSONB,
    "handed_off_at" TIMESTAMPTZ(3),
    "handoff_destination" TEXT,
    "handoff_metadata" JSONB,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "leads_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "widget_id" TEXT NOT NULL,
    "lead_id" TEXT,
    "status" "ConversationStatus" NOT NULL DEFAULT 'ACTIVE',
    "language" TEXT,
    "visitor_name" TEXT,
    "visitor_email" TEXT,
    "visitor_token_hash" BYTEA NOT NULL,
    "holder_key_id" TEXT,
    "holder_member_id" TEXT,
    "taken_over_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "conversation_id" TEXT NOT NULL,
    "role" "MessageRole" NOT NULL,
    "content" TEXT NOT NULL,
    "original_content" TEXT NOT NULL,
    "language" TEXT,
    "translated" BOOLEAN NOT NULL DEFAULT false,
    "author_key_id" TEXT,
    "author_member_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "widget_id" TEXT,
    "lead_id" TEXT,
    "conversation_id" TEXT,
    "type" "TaskType" NOT NULL,
    "status" "TaskStatus" NOT NULL DEFAULT 'PENDING',
    "title" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "execution" JSONB,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "events" (
    "org_id" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "business_id" TEXT,
    "lead_id" TEXT,
    "conversation_id" TEXT,
    "version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("org_id","position")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,
    "api_key_id" TEXT,
    "member_id" TEXT,
    "business_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "webhook_endpoints" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "url" TEXT NOT NULL,
    "format" "WebhookFormat" NOT NULL,
    "types" TEXT[],
    "secret" BYTEA NOT NULL,
    "previous_secret" BYTEA,
    "previous_secret_expires_at" TIMESTAMPTZ(3),
    "consumer_workspace" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "business_id" TEXT,
    "event_id" TEXT NOT NULL,
    "event_position" BIGINT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'PENDING',
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "first_fired_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "dead_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "webhook_attempts" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "duration_ms" INTEGER NOT NULL,
    "error" TEXT,
    "response_excerpt" TEXT,

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "org_id" TEXT NOT NULL,
    "api_key_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "resource_id" TEXT,
    "status" INTEGER,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("org_id","api_key_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisations_slug_key" ON "organisations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_owner_email_name_key" ON "organisations"("owner_email", "name");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "stages_org_id_key_key" ON "stages"("org_id", "key");

-- CreateIndex
CREATE INDEX "leads_org_id_updated_at_idx" ON "leads"("org_id", "updated_at");

-- CreateIndex
CREATE INDEX "leads_org_id_stage_id_id_idx" ON "leads"("org_id", "stage_id", "id");

-- CreateIndex
CREATE INDEX "leads_org_id_business_id_id_idx" ON "leads"("org_id", "business_id", "id");

-- CreateIndex
CREATE INDEX "leads_org_id_widget_id_id_idx" ON "leads"("org_id", "widget_id", "id");

-- CreateIndex
CREATE INDEX "leads_org_id_assigned_to_id_id_idx" ON "leads"("org_id", "assigned_to_id", "id");

-- CreateIndex
CREATE INDEX "leads_org_id_conversation_id_idx" ON "leads"("org_id", "conversation_id");

-- CreateIndex
CREATE INDEX "leads_org_id_email_idx" ON "leads"("org_id", "email");

-- CreateIndex
CREATE INDEX "conversations_org_id_updated_at_idx" ON "conversations"("org_id", "updated_at");

-- CreateIndex
CREATE INDEX "conversations_org_id_widget_id_id_idx" ON "conversations"("org_id", "widget_id", "id");

-- CreateIndex
CREATE INDEX "conversations_org_id_business_id_id_idx" ON "conversations"("org_id", "business_id", "id");

-- CreateIndex
CREATE INDEX "conversations_org_id_lead_id_id_idx" ON "conversations"("org_id", "lead_id", "id");

-- CreateIndex
CREATE INDEX "messages_org_id_conversation_id_id_idx" ON "messages"("org_id", "conversation_id", "id");

-- CreateIndex
CREATE INDEX "tasks_org_id_updated_at_idx" ON "tasks"("org_id", "updated_at");

-- CreateIndex
CREATE INDEX "tasks_org_id_lead_id_id_idx" ON "tasks"("org_id", "lead_id", "id");

-- CreateIndex
CREATE INDEX "tasks_org_id_widget_id_id_idx" ON "tasks"("org_id", "widget_id", "id");

-- CreateIndex
CREATE INDEX "tasks_org_id_business_id_id_idx" ON "tasks"("org_id", "business_id", "id");

-- CreateIndex
CREATE INDEX "tasks_org_id_conversation_id_idx" ON "tasks"("org_id", "conversation_id");

-- CreateIndex
CREATE INDEX "events_org_id_created_at_idx" ON "events"("org_id", "created_at");

-- CreateIndex
CREATE INDEX "events_org_id_business_id_position_idx" ON "events"("org_id", "business_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "events_org_id_id_key" ON "events"("org_id", "id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_org_id_endpoint_id_id_idx" ON "webhook_deliveries"("org_id", "endpoint_id", "id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_org_id_event_id_idx" ON "webhook_deliveries"("org_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_attempts_org_id_delivery_id_number_key" ON "webhook_attempts"("org_id", "delivery_id", "number");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- AddForeignKey
ALTER TABLE "businesses" ADD CONSTRAINT "businesses_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "widgets" ADD CONSTRAINT "widgets_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "widgets" ADD CONSTRAINT "widgets_org_id_business_id_fkey" FOREIGN KEY ("org_id", "business_id") REFERENCES "businesses"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_id_business_id_fkey" FOREIGN KEY ("org_id", "business_id") REFERENCES "businesses"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_id_member_id_fkey" FOREIGN KEY ("org_id", "member_id") REFERENCES "members"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_id_widget_id_fkey" FOREIGN KEY ("org_id", "widget_id") REFERENCES "widgets"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_usage" ADD CONSTRAINT "api_key_usage_org_id_api_key_id_fkey" FOREIGN KEY ("org_id", "api_key_id") REFERENCES "api_keys"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_org_id_business_id_fkey" FOREIGN KEY ("org_id", "business_id") REFERENCES "businesses"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_org_id_widget_id_fkey" FOREIGN KEY ("org_id", "widget_id") REFERENCES "widgets"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_org_id_conversation_id_fkey" FOREIGN KEY ("org_id", "conversation_id") REFERENCES "conversations"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_org_id_stage_id_fkey" FOREIGN KEY ("org_id", "stage_id") REFERENCES "stages"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_org_id_assigned_to_id_fkey" FOREIGN KEY ("org_id", "assigned_to_id") REFERENCES "members"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_org_id_business_id_fkey" FOREIGN KEY ("org_id", "business_id") REFERENCES "businesses"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_org_id_widget_id_fkey" FOREIGN KEY ("org_id", "widget_id") REFERENCES "widgets"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_org_id_lead_id_fkey" FOREIGN KEY ("org_id", "lead_id") REFERENCES "leads"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_org_id_holder_key_id_fkey" FOREIGN KEY ("org_id", "holder_key_id") REFERENCES "api_keys"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_org_id_holder_member_id_fkey" FOREIGN KEY ("org_id", "holder_member_id") REFERENCES "members"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_org_id_business_id_fkey" FOREIGN KEY ("org_id", "business_id") REFERENCES "businesses"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_org_id_conversation_id_fkey" FOREIGN KEY ("org_id", "conversation_id") REFERENCES "conversations"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_org_id_author_key_id_fkey" FOREIGN KEY ("org_id", "author_key_id") REFERENCES "api_keys"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_org_id_author_member_id_fkey" FOREIGN KEY ("org_id", "author_member_id") REFERENCES "members"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_org_id_business_id_fkey" FOREIGN KEY ("org_id", "business_id") REFERENCES "businesses"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_org_id_widget_id_fkey" FOREIGN KEY ("org_id", "widget_id") REFERENCES "widgets"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_org_id_lead_id_fkey" FOREIGN KEY ("org_id", "lead_id") REFERENCES "leads"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_org_id_conversation_id_fkey" FOREIGN KEY ("org_id", "conversation_id") REFERENCES "conversations"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_org_id_business_id_fkey" FOREIGN KEY ("org_id", "business_id") REFERENCES "businesses"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_org_id_delivery_id_fkey" FOREIGN KEY ("org_id", "delivery_id") REFERENCES "webhook_deliveries"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
