-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('OWNER', 'ADMIN', 'AGENT', 'VIEWER');

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "joined_at" TIMESTAMPTZ(3),
ADD COLUMN     "role" "MemberRole";

-- CreateTable
CREATE TABLE "invitations" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT,
    "hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_hash_key" ON "invitations"("hash");

-- CreateIndex
CREATE INDEX "invitations_org_id_member_id_idx" ON "invitations"("org_id", "member_id");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_member_id_fkey" FOREIGN KEY ("org_id", "member_id") REFERENCES "members"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: who signs in is known by the address. Members without a role, all there were before, may share one.
CREATE UNIQUE INDEX "members_of_an_address" ON "members"("org_id", "email") WHERE "role" IS NOT NULL AND "removed_at" IS NULL;
