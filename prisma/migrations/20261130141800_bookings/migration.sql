-- CreateEnum
CREATE TYPE "CalendarProvider" AS ENUM ('CALENDLY', 'CAL_COM');

-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('BOOKED', 'RESCHEDULED', 'CANCELLED', 'FORGOTTEN');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "OutsideCapability" ADD VALUE 'CALENDLY';
ALTER TYPE "OutsideCapability" ADD VALUE 'CAL_COM';

-- CreateTable
CREATE TABLE "calendar_connections" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "provider" "CalendarProvider" NOT NULL,
    "account_name" TEXT,
    "account_email" TEXT,
    "account_uri" TEXT NOT NULL,
    "webhook_uri" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "secret" BYTEA NOT NULL,
    "access_token" BYTEA NOT NULL,
    "last_received_at" TIMESTAMPTZ(3),
    "last_refusal" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_connections_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "provider" "CalendarProvider" NOT NULL,
    "reference" TEXT NOT NULL,
    "business_id" TEXT,
    "lead_id" TEXT,
    "state" "MeetingState" NOT NULL,
    "title" TEXT,
    "event_uri" TEXT,
    "join_url" TEXT,
    "invitee_name" TEXT,
    "invitee_email" TEXT,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "moved_from_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_connections_token_hash_key" ON "calendar_connections"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_connections_org_id_provider_key" ON "calendar_connections"("org_id", "provider");

-- CreateIndex
CREATE INDEX "meetings_org_id_lead_id_id_idx" ON "meetings"("org_id", "lead_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_org_id_provider_reference_key" ON "meetings"("org_id", "provider", "reference");

-- AddForeignKey
ALTER TABLE "calendar_connections" ADD CONSTRAINT "calendar_connections_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: Prisma does not see triggers.
create trigger updated_after_created before update on "meetings"
  for each row when (new.updated_at < new.created_at) execute function keep_updated_after_created();
