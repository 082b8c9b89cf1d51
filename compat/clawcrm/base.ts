import { clawcrm } from '../../src/vendors/clawcrm.ts';

/** What paths of this API begin with. */
export const base = clawcrm.basePath;

/** The hint of calls that name a lead. */
export const missingLead = `Check leadId: an \`rp_…\` id of a lead that is not deleted. GET ${base}/leads shows them.`;
