-- CreateTable
CREATE TABLE "sync_mailboxes" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "is_secure" BOOLEAN NOT NULL,
    "user" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "folder" TEXT NOT NULL,
    "validity" TEXT NOT NULL,
    "last_uid" BIGINT NOT NULL,
    "last_read_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_read_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_mailboxes_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE INDEX "sync_mailboxes_next_read_at_idx" ON "sync_mailboxes"("next_read_at");

-- AddForeignKey
ALTER TABLE "sync_mailboxes" ADD CONSTRAINT "sync_mailboxes_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_mailboxes" ADD CONSTRAINT "sync_mailboxes_org_id_id_fkey" FOREIGN KEY ("org_id", "id") REFERENCES "sync_sources"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
