-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "in_reply_to" TEXT[] DEFAULT ARRAY[]::TEXT[];
