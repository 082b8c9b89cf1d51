-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "is_demo" BOOLEAN NOT NULL DEFAULT false;
