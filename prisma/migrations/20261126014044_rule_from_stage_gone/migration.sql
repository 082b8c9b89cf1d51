-- AlterTable
ALTER TABLE "automation_rules" ADD COLUMN     "from_stage_gone" BOOLEAN NOT NULL DEFAULT false;
