import type pg from 'pg';
import { type Actor, systemActor } from '../../access/actor.ts';
import { allScopes, workspaceScopes } from '../../access/scopes.ts';
import { findWorkspace } from '../../db/read/find-workspace.ts';
import type { DomainContext } from '../context.ts';
import { DomainError } from '../../errors.ts';
import { provisionKey } from '../workspaces/provision-workspace.ts';

export type MintedKey = { readonly workspace: string; readonly slug: string; readonly secret: string };

type Installation = {
  readonly pool: Pick<pg.Pool, 'query'>;
  readonly openAs: (actor: Actor) => Pick<DomainContext, 'write'>;
};

/**
 * Makes a key that may do everything in a workspace, for whoever has the machine: nobody's key vouches for it. In the
 * installation's own workspace, which is meant where none is named, it holds `staff` too.
 * @throws NOT_FOUND
 */
export async function mintOperatorKey({ pool, openAs }: Installation, named: string | null): Promise<MintedKey> {
  const workspace = await findWorkspace(pool, named);
  if (!workspace) {
    const advice =
      named === null ? 'There is no workspace yet: the first start makes one.' : `No workspace is called ${named}.`;
    throw new DomainError('NOT_FOUND', advice);
  }
  const scopes = workspace.isFirst ? allScopes : workspaceScopes;
  const secret = await openAs(systemActor(workspace.id, 'npm-run-key')).write(async (tx) =>
    provisionKey(tx, { name: 'Operator', dialect: 'GRAPHQL', scopes }),
  );
  return { workspace: workspace.name, slug: workspace.slug, secret };
}
