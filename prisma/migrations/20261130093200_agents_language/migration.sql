-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "translation" TEXT,
ADD COLUMN     "translation_language" TEXT;

-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "agent_language" TEXT NOT NULL DEFAULT 'en';
