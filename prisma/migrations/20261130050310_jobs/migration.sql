-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('WAITING', 'RUNNING', 'SUCCEEDED', 'DEAD', 'CANCELLED');

-- CreateTable
CREATE TABLE "jobs" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "business_id" TEXT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "subject_id" TEXT,
    "payload" JSONB NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "max_attempts" INTEGER NOT NULL,
    "run_at" TIMESTAMPTZ(3) NOT NULL,
    "claim" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE INDEX "jobs_org_id_state_id_idx" ON "jobs"("org_id", "state", "id");

-- CreateIndex
CREATE INDEX "jobs_org_id_kind_id_idx" ON "jobs"("org_id", "kind", "id");

-- CreateIndex
CREATE INDEX "jobs_org_id_subject_id_id_idx" ON "jobs"("org_id", "subject_id", "id");

-- CreateIndex
CREATE INDEX "jobs_finished_at_idx" ON "jobs"("finished_at");

-- CreateIndex
CREATE UNIQUE INDEX "jobs_org_id_kind_key_key" ON "jobs"("org_id", "kind", "key");

-- What is to be done: by kind, to know when the next is due, and by whose it is, so that nobody's many hold up another's one.
CREATE INDEX "jobs_due" ON "jobs"("kind", "run_at") WHERE "state" IN ('WAITING', 'RUNNING');

CREATE INDEX "jobs_lanes" ON "jobs"("org_id", "kind", "run_at", "id") WHERE "state" IN ('WAITING', 'RUNNING');

-- What is under way, to be counted.
CREATE INDEX "jobs_running" ON "jobs"("org_id", "kind", "run_at") WHERE "state" = 'RUNNING';
