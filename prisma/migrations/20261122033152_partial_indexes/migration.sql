-- Written by hand: Prisma neither makes nor sees partial indexes.

-- The claim loop takes each endpoint's oldest due deliveries, whatever the number of finished ones.
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" ("org_id", "endpoint_id", "next_attempt_at", "id") WHERE "next_attempt_at" IS NOT NULL;

-- Operators list what was given up, newest first.
CREATE INDEX "webhook_deliveries_dead" ON "webhook_deliveries" ("org_id", "endpoint_id", "id") WHERE "state" = 'DEAD';
