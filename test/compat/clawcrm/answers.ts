import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, inject } from 'vitest';
import { z } from 'zod';
import { clawcrm } from '../../../compat/clawcrm/dialect.ts';
import { createMatcher } from '../../../compat/http/match-route.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the files of one run note what they were answered. */
    readonly answersFolder: string;
  }
}

const seen = z.object({ route: z.string(), status: z.number(), code: z.string().nullable() });

/** What some test was answered: by which route, such as `POST /leads/:id`, and with what. */
export type Seen = z.output<typeof seen>;

const match = createMatcher(clawcrm);
const noted = new Set<string>();

const fileOf = (test: string): string => join(inject('answersFolder'), `${test}.jsonl`);

/** Notes an answer of ClawCRM's API for `coverage.test.ts`, once in each test file. */
export function noteAnswer(method: string, target: string, status: number, code: string | null): void {
  const path = match(target.split('?')[0] ?? '');
  if (!path) return;
  const known = path.byMethod.get(method === 'HEAD' ? 'get' : method.toLowerCase()) ?? [...path.byMethod.values()][0];
  if (!known) return;
  const line = JSON.stringify({ route: `${method} ${known.route.path}`, status, code } satisfies Seen);
  const file = fileOf(relative(import.meta.dirname, expect.getState().testPath ?? ''));
  // One process runs many files.
  if (noted.has(file + line)) return;
  noted.add(file + line);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${line}\n`);
}

/** What a test file noted in this run; null where it did not run. */
export function answersOf(test: string): Seen[] | null {
  const file = fileOf(test);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => seen.parse(JSON.parse(line)));
}
