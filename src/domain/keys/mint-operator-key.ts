import { type Actor, systemActor } from '../../access/actor.ts';
import { allScopes, workspaceScopes } from '../../access/scopes.ts';
import type { RunAcross } from '../../db/run/run.ts';
import type { DomainContext } from '../context.ts';
import { DomainError } from '../../errors.ts';
import { firstWorkspaceSlug } from '../workspaces/create-first-workspace.ts';
import { provisionKey } from '../workspaces/provision-workspace.ts';
import { workspaceOf } from './find-workspace.sql.ts';

export type MintedKey = { readonly workspace: string; readonly slug: string; readonly secret: string };

type Installation = {
  readonly runAcross: RunAcross;
  readonly openAs: (actor: Actor) => Pick<DomainContext, 'write'>;
};

/**
 * Makes a key that may do everything in a workspace, for whoever has the machine: nobody's key vouches for it. In the
 * installation's own workspace, which is meant where none is named, it holds `staff` too.
 * @throws NOT_FOUND
 */
export async function mintOperatorKey({ runAcross, openAs }: Installation, named: string | null): Promise<MintedKey> {
  const wanted = named === null ? null : named.toLowerCase().replace(/^org_/, '');
  const [workspace] = await runAcross(workspaceOf, { firstSlug: firstWorkspaceSlug, wanted });
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
