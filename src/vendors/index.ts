import { mapValues } from '../map-values.ts';
import { ai93, ai93Webhooks } from './ai93.ts';
import { clawcrm } from './clawcrm.ts';
import { quincer, quincerWebhooks } from './quincer.ts';
import type { Vendor, VendorDialect, VendorFormat, VendorWebhooks } from './vendor.ts';

/** Every vendor whose API is spoken here, by the dialect of its keys. Their routes are told of in `compat/vendor-apis.ts`. */
export const vendors = {
  QUINCER: quincer,
  AI93: ai93,
  CLAWCRM: clawcrm,
} as const satisfies Record<VendorDialect, Vendor>;

/** How the webhooks of those that have any are made, by their format. */
export const vendorWebhooks = {
  QUINCER: quincerWebhooks,
  AI93: ai93Webhooks,
} as const satisfies Record<VendorFormat, VendorWebhooks>;

export type VendorName = (typeof vendors)[VendorDialect]['name'];

/** The vendors with their dialects, in the order in which people are told of them. */
export const vendorList: readonly { readonly dialect: VendorDialect; readonly vendor: Vendor }[] = Object.values(
  mapValues(vendors, (vendor: Vendor, dialect) => ({ dialect, vendor })),
);
