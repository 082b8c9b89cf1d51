-- CreateTable
CREATE TABLE "member_accounts" (
    "org_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_accounts_pkey" PRIMARY KEY ("org_id","member_id","issuer")
);

-- AddForeignKey
ALTER TABLE "member_accounts" ADD CONSTRAINT "member_accounts_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_accounts" ADD CONSTRAINT "member_accounts_org_id_member_id_fkey" FOREIGN KEY ("org_id", "member_id") REFERENCES "members"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
