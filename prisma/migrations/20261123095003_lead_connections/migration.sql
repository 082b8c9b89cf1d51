-- DropIndex
DROP INDEX "touchpoints_org_id_lead_id_id_idx";

-- CreateIndex
CREATE INDEX "touchpoints_org_id_lead_id_occurred_at_id_idx" ON "touchpoints"("org_id", "lead_id", "occurred_at", "id");

-- Written by hand from here: Prisma makes no expression indexes. What leads can have in common, as
-- src/db/lead-connections.ts compares it; the newest of them are read without looking at the others.
CREATE INDEX "leads_email_domain" ON "leads" ("org_id", split_part("email", '@', 2), "id") WHERE "deleted_at" IS NULL AND "email" IS NOT NULL;
CREATE INDEX "leads_company" ON "leads" ("org_id", lower("company"), "id") WHERE "deleted_at" IS NULL AND "company" IS NOT NULL;
CREATE INDEX "leads_company_name" ON "leads" ("org_id", lower("company_name"), "id") WHERE "deleted_at" IS NULL AND "company_name" IS NOT NULL;
CREATE INDEX "leads_phone_digits" ON "leads" ("org_id", regexp_replace("phone", '\D', '', 'g'), "id") WHERE "deleted_at" IS NULL AND "phone" IS NOT NULL;
CREATE INDEX "leads_linkedin_url" ON "leads" ("org_id", lower("linkedin_url"), "id") WHERE "deleted_at" IS NULL AND "linkedin_url" IS NOT NULL;
