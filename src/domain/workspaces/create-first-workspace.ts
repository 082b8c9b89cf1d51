import { ulid } from 'ulid';
import { allScopes, dialectScopes, type Scope, workspaceScopes } from '../../access/scopes.ts';
import { isUniqueViolation } from '../../db/driver-errors.ts';
import { firstWorkspaceSlug } from '../../db/find-workspace.ts';
import type { DomainServices } from '../context.ts';
import { insertWidget } from '../widgets/insert-widget.ts';
import { founder, provisionKey, provisionWorkspace } from './provision-workspace.ts';

export type FirstWorkspace = {
  readonly name: string;
  readonly widgetId: string;
  /** One secret for each kind of key, shown once. */
  readonly keys: {
    readonly graphql: string;
    readonly quincer: string;
    readonly ai93: string;
    readonly clawcrm: string;
    readonly widget: string;
  };
};

const name = 'My workspace';

/** The workspace of an empty installation, without limits. Null when another node has just made it. */
export async function createFirstWorkspace(
  services: Pick<DomainServices, 'openAs' | 'clock'>,
): Promise<FirstWorkspace | null> {
  const now = services.clock.now().getTime();
  const ids = { orgId: ulid(now).toLowerCase(), apiKeyId: ulid(now).toLowerCase() };
  const opened = services.openAs(founder(ids, 'UNLIMITED', 'first-start'));
  try {
    return await opened.write(async (tx) => {
      await provisionWorkspace(tx, { name, ownerEmail: null, tier: 'UNLIMITED', slug: firstWorkspaceSlug });
      const graphql = await provisionKey(tx, {
        id: ids.apiKeyId,
        name: 'Operator',
        dialect: 'GRAPHQL',
        scopes: allScopes,
      });
      const keyOf = (dialect: 'QUINCER' | 'AI93' | 'CLAWCRM', keyName: string, scopes: readonly Scope[]) =>
        provisionKey(tx, { name: keyName, dialect, scopes });
      const quincer = await keyOf('QUINCER', 'Quincer', dialectScopes.QUINCER);
      const ai93 = await keyOf('AI93', 'AI93', dialectScopes.AI93);
      const clawcrm = await keyOf('CLAWCRM', 'ClawCRM', workspaceScopes);
      const { widget, key } = await insertWidget(tx, { name: 'My website', allowedOrigins: ['*'], businessId: null });
      return { name, widgetId: widget.id, keys: { graphql, quincer, ai93, clawcrm, widget: key } };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
