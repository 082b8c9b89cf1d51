import { diffSchema } from './schema-diff.ts';

/** `node src/db/check-drift.ts` fails where prisma/schema.prisma and the migrations disagree; see schema-diff.ts for its limits. */
const missing = await diffSchema();
if (missing !== null) {
  console.error(`prisma/schema.prisma and prisma/migrations disagree. What the migrations lack:\n\n${missing}`);
  console.error('Write it down with: npm run migration:new -- <name>');
  process.exitCode = 1;
} else {
  console.log('The migrations make what prisma/schema.prisma describes.');
}
