-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "changes" JSONB;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "widgets" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "audit_entries_org_id_subject_id_id_idx" ON "audit_entries"("org_id", "subject_id", "id");
