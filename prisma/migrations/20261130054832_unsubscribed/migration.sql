-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "unsubscribed_at" TIMESTAMPTZ(3);
