import { diffSchema } from './schema-diff.ts';

/** `node src/db/migrate/check-drift.ts` fails where prisma/schema.prisma and the migrations disagree; see schema-diff.ts for its limits. */
const missing = await diffSchema();
if (missing !== null) {
  process.stderr.write(
    `prisma/schema.prisma and prisma/migrations disagree. What the migrations lack:\n\n${missing}\n`,
  );
  process.stderr.write('Write it down with: npm run migration:new -- <name>\n');
  process.exitCode = 1;
} else {
  process.stdout.write('The migrations make what prisma/schema.prisma describes.\n');
}
