-- Nulls that a node of the version before writes are filled in before this is looked at.
-- AlterTable
ALTER TABLE "leads" ALTER COLUMN "target_type" SET NOT NULL,
ALTER COLUMN "context" SET NOT NULL;
