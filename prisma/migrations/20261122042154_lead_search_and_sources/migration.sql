-- CreateEnum
CREATE TYPE "ScraperRunStatus" AS ENUM ('RUNNING', 'SUCCEEDED', 'FAILED');

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "remark" TEXT,
ADD COLUMN     "search" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "alias_usage" (
    "org_id" TEXT NOT NULL,
    "api_key_id" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alias_usage_pkey" PRIMARY KEY ("org_id","api_key_id","alias")
);

-- CreateTable
CREATE TABLE "scraper_runs" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "status" "ScraperRunStatus" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "leads_found" INTEGER NOT NULL DEFAULT 0,
    "leads_created" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scraper_runs_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE INDEX "scraper_runs_org_id_source_id_idx" ON "scraper_runs"("org_id", "source", "id");

-- CreateIndex
CREATE INDEX "leads_org_id_status_id_idx" ON "leads"("org_id", "status", "id");

-- AddForeignKey
ALTER TABLE "alias_usage" ADD CONSTRAINT "alias_usage_org_id_api_key_id_fkey" FOREIGN KEY ("org_id", "api_key_id") REFERENCES "api_keys"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scraper_runs" ADD CONSTRAINT "scraper_runs_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here: Prisma makes no extensions and no partial indexes.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- What src/domain/leads/search-text.ts keeps from now on, for the leads there are.
UPDATE "leads" SET "search" = lower(concat_ws(E'\n', nullif(concat_ws(' ', nullif("first_name", ''), nullif("last_name", '')), ''), "email", "phone", "handle"));

-- Any part of three characters or more is found without reading every lead of the workspace.
CREATE INDEX "leads_search" ON "leads" USING gin ("org_id", "search" gin_trgm_ops) WHERE "deleted_at" IS NULL;
CREATE INDEX "leads_tags" ON "leads" USING gin ("org_id", "tags") WHERE "deleted_at" IS NULL;
