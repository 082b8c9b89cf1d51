import { workspaceScopesOf } from '../../access/dialects.ts';
import type { Tx } from '../../db/write/write.ts';
import { vendorList } from '../../vendors/index.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import { provisionKey } from './provision-workspace.ts';

export type VendorKey = { readonly vendor: Vendor; readonly secret: string };

/** A key of each vendor, which may do there what the vendor's API can. */
export async function provisionVendorKeys(tx: Tx): Promise<VendorKey[]> {
  const keys: VendorKey[] = [];
  for (const { dialect, vendor } of vendorList) {
    const scopes = workspaceScopesOf(dialect);
    keys.push({ vendor, secret: await provisionKey(tx, { name: vendor.title, dialect, scopes }) });
  }
  return keys;
}
