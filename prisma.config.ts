import { defineConfig } from 'prisma/config';

// `prisma generate` wants a native schema engine to exist but never runs it; migrations run in process (src/db/migrate/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
