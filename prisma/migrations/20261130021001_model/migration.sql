-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "model_tokens_per_day" INTEGER NOT NULL DEFAULT 1000000;

-- CreateTable
CREATE TABLE "widget_assistants" (
    "org_id" TEXT NOT NULL,
    "widget_id" TEXT NOT NULL,
    "business_id" TEXT,
    "knowledge" TEXT,
    "tokens_per_day" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "widget_assistants_pkey" PRIMARY KEY ("org_id","widget_id")
);

-- CreateTable
CREATE TABLE "model_usage" (
    "org_id" TEXT NOT NULL,
    "widget_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL,

    CONSTRAINT "model_usage_pkey" PRIMARY KEY ("org_id","widget_id","day")
);

-- CreateIndex
CREATE INDEX "model_usage_day_idx" ON "model_usage"("day");
