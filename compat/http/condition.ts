import type { ExpectedRow, RowPlace } from '../../src/db/write/expected-row.ts';
import type { Actor } from '../../src/access/actor.ts';
import { DomainError } from '../../src/errors.ts';
import { etagOf, matchesStrongly } from '../../src/http/etag.ts';
import type { RawInput, Reach, Route } from '../route/route.ts';

const failed = (message: string) => new DomainError('PRECONDITION_FAILED', message);

type Conditional = {
  readonly ifMatch: string;
  readonly route: Route;
  /** All routes of the dialect, among them the one that shows what this one writes. */
  readonly routes: readonly Route[];
  readonly input: RawInput;
  readonly rowVersion: (actor: Actor, place: RowPlace) => Promise<string | null>;
  readonly reach: (actor: Actor) => Reach;
};

/**
 * What a write that carries `If-Match` expects of its row, once the tag was found to be the one a GET gives now. Null where
 * nothing is expected: `*` is met by whatever is there, and what is not there the write refuses itself.
 * @throws PRECONDITION_FAILED for another tag, and where no GET shows the resource alone
 */
export async function expectedOf(conditional: Conditional): Promise<ExpectedRow | null> {
  const { ifMatch, route, routes, input, rowVersion, reach } = conditional;
  if (ifMatch.trim() === '*') return null;
  if (!route.resource) throw failed('If-Match: no GET gives an ETag of what this call writes; send it without one.');
  const { path, params, place } = route.resource(input);
  const shown = routes.find((other) => other.method === 'get' && other.path === path);
  if (!shown) throw new Error(`No route shows ${path}.`);
  // Before the resource is read, so that a change in between is noticed by the write.
  const version = await rowVersion(input.actor, place);
  if (version === null) return null;
  // Who may only write learns from this no more than whether a tag is the right one.
  const reader = { ...input.actor, scopes: new Set([...input.actor.scopes, ...(shown.scope ? [shown.scope] : [])]) };
  const request = { ...input, params, query: {}, body: {}, actor: reader };
  const outcome = await shown.run(reach(reader), request).catch(hideAbsence);
  const body = outcome && 'body' in outcome ? JSON.stringify(outcome.body) : null;
  if (body === null || !matchesStrongly(ifMatch, etagOf(body))) {
    throw failed('The resource is not as the ETag in If-Match says: read it again.');
  }
  return { ...place, version, met: false };
}

function hideAbsence(error: unknown): null {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
  throw error;
}

/** Changes of the row that its GET does not show do not fail a condition: it is looked at again so often. */
const maxLooks = 4;

/** Runs a write under its condition. @throws PRECONDITION_FAILED where the resource changes under it */
export async function runExpecting<Result>(
  expected: () => Promise<ExpectedRow | null>,
  run: (expected: ExpectedRow | null) => Promise<Result>,
): Promise<Result> {
  for (let looks = 1; ; looks += 1) {
    const row = await expected();
    try {
      return await run(row);
    } catch (error) {
      const raced = row !== null && error instanceof DomainError && error.code === 'PRECONDITION_FAILED';
      if (!raced || looks === maxLooks) throw error;
    }
  }
}
