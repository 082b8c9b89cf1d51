import { ulid } from 'ulid';
import { allScopes } from '../../access/scopes.ts';
import { isUniqueViolation } from '../../db/driver-errors.ts';
import type { DomainServices } from '../context.ts';
import { capabilities } from '../outside/capabilities.ts';
import { firstWidgetKey } from '../widgets/first-widget-key.ts';
import { insertWidget } from '../widgets/insert-widget.ts';
import { founder, provisionKey, provisionWorkspace } from './provision-workspace.ts';
import { provisionVendorKeys, type VendorKey } from './provision-vendor-keys.ts';

export type FirstWorkspace = {
  readonly name: string;
  readonly widgetId: string;
  /** One secret for each kind of key, shown once. */
  readonly keys: {
    readonly graphql: string;
    readonly widget: string;
    readonly vendors: readonly VendorKey[];
  };
};

/** The installation's own workspace, made at first start. */
export const firstWorkspaceSlug = 'my-workspace';

const name = 'My workspace';

/** The workspace of an empty installation, without limits. Null when another node has just made it. */
export async function createFirstWorkspace(
  services: Pick<DomainServices, 'openAs' | 'clock' | 'secretBox'>,
): Promise<FirstWorkspace | null> {
  const now = services.clock.now().getTime();
  const ids = { orgId: ulid(now).toLowerCase(), apiKeyId: ulid(now).toLowerCase() };
  const opened = services.openAs(founder(ids, 'UNLIMITED', 'first-start'));
  try {
    return await opened.write(async (tx) => {
      await provisionWorkspace(tx, {
        name,
        ownerEmail: null,
        tier: 'UNLIMITED',
        slug: firstWorkspaceSlug,
        capabilities,
      });
      const graphql = await provisionKey(tx, {
        id: ids.apiKeyId,
        name: 'Operator',
        dialect: 'GRAPHQL',
        scopes: allScopes,
      });
      const vendorKeys = await provisionVendorKeys(tx);
      const { widget, key } = await insertWidget(tx, {
        name: 'My website',
        allowedOrigins: ['*'],
        businessId: null,
        key: firstWidgetKey(services.secretBox),
      });
      return { name, widgetId: widget.id, keys: { graphql, widget: key, vendors: vendorKeys } };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
