import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** They have no statements of their own, or refuse before there is one: what they show and change, the rooms below them read and write. */
const surfaces = [
  'test/{chat,compat,config,pages}/**/*.test.ts',
  'test/graph/{scopes,bad-input,bad-input-size}.test.ts',
];

/** They walk through all of an API. */
const walks = ['test/compat/sessions/**'];

/** Sends several things at once, or speaks with the database itself. */
const mayDiffer = /Promise\.(all|allSettled|race)\(|\bpool\b|testEngine/;

/**
 * Tests that ask a surface for one thing after the other, as users do who see nothing of the database. `.ci/run` leaves them to the
 * embedded one: only where something comes at once may a server of many connections do otherwise.
 */
export const sameOnBoth: readonly string[] = globSync(surfaces, { cwd: root, exclude: walks })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !mayDiffer.test(readFileSync(join(root, file), 'utf8')));
