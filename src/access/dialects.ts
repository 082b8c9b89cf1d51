import type { Dialect } from '../db/generated/prisma/enums.ts';
import { mapValues } from '../map-values.ts';
import { vendors } from '../vendors/index.ts';
import { allScopes, type Scope } from './scopes.ts';

/** What a key of a dialect is: how it begins, what it may hold, and where it is at home. */
export type KeyKind = {
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly home: string;
  /** Whether its keys sign a person in to the console. */
  readonly signsIn: boolean;
};

/** The vendors' keys, and the product's own: of the graph, and of the chat widgets that strangers speak through. */
export const dialects = {
  ...mapValues(vendors, ({ keyPrefix: prefix, scopes, basePath, signsIn }): KeyKind => ({
    prefix,
    scopes,
    signsIn,
    home: `under ${basePath}`,
  })),
  GRAPHQL: { prefix: 'tby_', scopes: allScopes, home: 'at /graphql', signsIn: true },
  WIDGET: { prefix: 'cw_live_', scopes: ['conversations:write'], home: 'under /api/chat', signsIn: false },
} as const satisfies Record<Dialect, KeyKind>;

export const keyPrefixes: Readonly<Record<Dialect, string>> = mapValues(dialects, ({ prefix }) => prefix);

/** What a key of a dialect may hold in its own workspace: all of it but the installation's. */
export const workspaceScopesOf = (dialect: Dialect): readonly Scope[] =>
  dialects[dialect].scopes.filter((scope) => scope !== 'staff');

export const dialectScopes: Readonly<Record<Dialect, readonly Scope[]>> = mapValues(dialects, ({ scopes }) => scopes);
