-- CreateEnum
CREATE TYPE "OutsideCapability" AS ENUM ('MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT');

-- CreateEnum
CREATE TYPE "ProviderCallOutcome" AS ENUM ('SUCCEEDED', 'FAILED');

-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "outside_capabilities" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "provider_calls" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "conversation_id" TEXT,
    "capability" "OutsideCapability" NOT NULL,
    "provider" TEXT NOT NULL,
    "outcome" "ProviderCallOutcome" NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "tries" INTEGER NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "sent_chars" INTEGER NOT NULL,
    "received_chars" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_calls_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "provider_health" (
    "org_id" TEXT NOT NULL,
    "capability" "OutsideCapability" NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "paused_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "last_failed_at" TIMESTAMPTZ(3),
    "last_succeeded_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_health_pkey" PRIMARY KEY ("org_id","capability")
);

-- CreateIndex
CREATE INDEX "provider_calls_created_at_idx" ON "provider_calls"("created_at");

-- The workspace that an installation began with may use whatever its operator sets up.
UPDATE "organisations" SET "outside_capabilities" = ARRAY['MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT'] WHERE "slug" = 'my-workspace';
