-- CreateIndex
CREATE INDEX "tasks_org_id_due_at_id_idx" ON "tasks"("org_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "tasks_org_id_status_due_at_id_idx" ON "tasks"("org_id", "status", "due_at", "id");
