-- Written by hand: Prisma makes no expression indexes. Where sources say that leads came from, which leads can have in common: as
-- src/domain/leads/lead-connections.sql.ts compares it.
CREATE INDEX "leads_referrer" ON "leads" ("org_id", left(lower("context" ->> 'referrer'), 500), "id") WHERE "deleted_at" IS NULL AND "context" ->> 'referrer' IS NOT NULL;
CREATE INDEX "leads_campaign" ON "leads" ("org_id", left(lower("context" ->> 'campaign'), 500), "id") WHERE "deleted_at" IS NULL AND "context" ->> 'campaign' IS NOT NULL;
