-- CreateIndex
CREATE INDEX "enrolments_org_id_campaign_id_id_idx" ON "enrolments"("org_id", "campaign_id", "id");

-- CreateIndex
CREATE INDEX "scheduled_emails_org_id_campaign_id_id_idx" ON "scheduled_emails"("org_id", "campaign_id", "id");
