-- Written by hand: Prisma neither makes nor sees partial indexes.

-- The claim loop looks for what is due among few pending rows, whatever the number of finished ones.
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" ("next_attempt_at") WHERE "state" = 'PENDING';

-- Operators list what was given up, newest first.
CREATE INDEX "webhook_deliveries_dead" ON "webhook_deliveries" ("org_id", "endpoint_id", "id") WHERE "state" = 'DEAD';
