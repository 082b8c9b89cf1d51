-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "enrichments_per_day" INTEGER NOT NULL DEFAULT 1000;

-- CreateTable
CREATE TABLE "enrichment_usage" (
    "org_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "enrichment_usage_pkey" PRIMARY KEY ("org_id","day")
);

-- CreateIndex
CREATE INDEX "enrichment_usage_day_idx" ON "enrichment_usage"("day");
