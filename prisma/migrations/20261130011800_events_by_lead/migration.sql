-- Alone in its migration, as each of these: writes wait while an index is made of what is there, never for two tables at once.
-- CreateIndex
CREATE INDEX "events_org_id_lead_id_position_idx" ON "events"("org_id", "lead_id", "position");
