-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "is_session" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "opened_by_id" TEXT;

-- CreateIndex
CREATE INDEX "api_keys_org_id_is_session_id_idx" ON "api_keys"("org_id", "is_session", "id");

-- CreateIndex
CREATE INDEX "api_keys_org_id_opened_by_id_idx" ON "api_keys"("org_id", "opened_by_id");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_id_opened_by_id_fkey" FOREIGN KEY ("org_id", "opened_by_id") REFERENCES "api_keys"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
