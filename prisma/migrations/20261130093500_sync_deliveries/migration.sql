-- CreateEnum
CREATE TYPE "SyncDeliveryOutcome" AS ENUM ('CREATED', 'UPDATED', 'UNCHANGED', 'REPEATED', 'REFUSED', 'OVER_BUDGET', 'NO_ROOM');

-- AlterTable
ALTER TABLE "sync_sources" ADD COLUMN     "leads_per_hour" INTEGER,
ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "previous_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "previous_secret" BYTEA,
ADD COLUMN     "previous_token_hash" BYTEA,
ADD COLUMN     "secret" BYTEA,
ADD COLUMN     "signed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "token_hash" BYTEA;

-- CreateTable
CREATE TABLE "sync_deliveries" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "business_id" TEXT,
    "lead_id" TEXT,
    "outcome" "SyncDeliveryOutcome" NOT NULL,
    "reason" TEXT,
    "content_type" TEXT,
    "bytes" INTEGER NOT NULL,
    "body" TEXT,
    "digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_deliveries_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE INDEX "sync_deliveries_org_id_source_id_id_idx" ON "sync_deliveries"("org_id", "source_id", "id");

-- CreateIndex
CREATE INDEX "sync_deliveries_org_id_source_id_created_at_idx" ON "sync_deliveries"("org_id", "source_id", "created_at");

-- CreateIndex
CREATE INDEX "sync_deliveries_created_at_idx" ON "sync_deliveries"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "sync_sources_token_hash_key" ON "sync_sources"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sync_sources_previous_token_hash_key" ON "sync_sources"("previous_token_hash");

-- AddForeignKey
ALTER TABLE "sync_deliveries" ADD CONSTRAINT "sync_deliveries_org_id_source_id_fkey" FOREIGN KEY ("org_id", "source_id") REFERENCES "sync_sources"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
