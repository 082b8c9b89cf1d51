-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "enriched_facts" JSONB;
