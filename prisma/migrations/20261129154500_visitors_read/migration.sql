-- CreateTable
CREATE TABLE "visitor_token_uses" (
    "org_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visitor_token_uses_pkey" PRIMARY KEY ("org_id","conversation_id")
);

-- CreateIndex
CREATE INDEX "events_org_id_conversation_id_position_idx" ON "events"("org_id", "conversation_id", "position");

-- AddForeignKey
ALTER TABLE "visitor_token_uses" ADD CONSTRAINT "visitor_token_uses_org_id_conversation_id_fkey" FOREIGN KEY ("org_id", "conversation_id") REFERENCES "conversations"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
