-- CreateIndex
CREATE INDEX "audit_entries_org_id_action_id_idx" ON "audit_entries"("org_id", "action", "id");
