import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

// Prints the graph beside its source; with --check, fails where the two differ and names what would break clients.

const path = new URL('./schema.graphql', import.meta.url);
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

if (process.argv.includes('--check')) {
  const committed = readFileSync(path, 'utf8');
  if (committed !== printed) {
    const breaking = findBreakingChanges(buildSchema(committed), buildSchema(printed));
    for (const { description } of breaking) console.error(`  would break clients: ${description}`);
    console.error('schema/schema.graphql is not what the code says. Run `npm run schema:print` and commit the result.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(path, printed);
}
