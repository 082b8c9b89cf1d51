-- DropIndex
DROP INDEX "leads_org_id_updated_at_idx";

-- Written by hand from here: Prisma makes no partial indexes. Each serves one order of `leads`, in both directions, since leads
-- without a value are read as a stretch of their own. They carry what boards filter by, so that a page of ids is read from the
-- index alone: a stage, status or business that has few leads is looked for in entries, not in rows.

-- UPDATED_AT and ranges of it, in place of the index on (org_id, updated_at).
CREATE INDEX "leads_by_update" ON "leads" ("org_id", "updated_at", "id")
  INCLUDE ("business_id", "stage_id", "status") WHERE "deleted_at" IS NULL;
-- SCORE and ranges of it.
CREATE INDEX "leads_by_score" ON "leads" ("org_id", "score", "id")
  INCLUDE ("business_id", "stage_id", "status") WHERE "deleted_at" IS NULL;
-- NAME.
CREATE INDEX "leads_by_name" ON "leads" ("org_id", "sort_name", "id")
  INCLUDE ("business_id", "stage_id", "status") WHERE "deleted_at" IS NULL;
-- LAST_TOUCHED_AT.
CREATE INDEX "leads_by_touch" ON "leads" ("org_id", "last_touched_at", "id")
  INCLUDE ("business_id", "stage_id", "status") WHERE "deleted_at" IS NULL;
-- Every order of deleted leads, which are few.
CREATE INDEX "leads_deleted" ON "leads" ("org_id", "id") WHERE "deleted_at" IS NOT NULL;
-- The counts of boards. Few kinds of leads differ in all of these, and equal entries are kept once: 8 bytes a lead.
CREATE INDEX "leads_counted" ON "leads" ("org_id", "stage_id", "status", "source", "tier", "business_id")
  WHERE "deleted_at" IS NULL;
