import { ulid } from 'ulid';
import { workspaceScopesOf } from '../../access/dialects.ts';
import { allScopes } from '../../access/scopes.ts';
import { isUniqueViolation } from '../../db/driver-errors.ts';
import { firstWorkspaceSlug } from '../../db/read/find-workspace.ts';
import type { DomainServices } from '../context.ts';
import { insertWidget } from '../widgets/insert-widget.ts';
import { vendorList } from '../../vendors/index.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import type { Tx } from '../../db/write/write.ts';
import { founder, provisionKey, provisionWorkspace } from './provision-workspace.ts';

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

type VendorKey = { readonly vendor: Vendor; readonly secret: string };

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
      const vendorKeys = await provisionVendorKeys(tx);
      const { widget, key } = await insertWidget(tx, { name: 'My website', allowedOrigins: ['*'], businessId: null });
      return { name, widgetId: widget.id, keys: { graphql, widget: key, vendors: vendorKeys } };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** A key of each vendor, which may do there what the vendor's API can. */
async function provisionVendorKeys(tx: Tx): Promise<VendorKey[]> {
  const keys: VendorKey[] = [];
  for (const { dialect, vendor } of vendorList) {
    const scopes = workspaceScopesOf(dialect);
    keys.push({ vendor, secret: await provisionKey(tx, { name: vendor.title, dialect, scopes }) });
  }
  return keys;
}
