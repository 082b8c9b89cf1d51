-- AlterTable
ALTER TABLE "stages" ADD COLUMN     "status" "LeadStatus";
