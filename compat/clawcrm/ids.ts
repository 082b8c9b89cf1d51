import { shownAt } from '../route/resources.ts';

/** No row has this id. */
const noRow = '-';

/** ClawCRM's leads are `rp_…`, the graph's `ld_…`; what is neither names nothing. */
export const toGraphLeadId = (id: string): string => (id.startsWith('rp_') ? `ld_${id.slice(3)}` : noRow);

export const fromGraphLeadId = (id: string): string => `rp_${id.slice(3)}`;

/** A lead as a write's `If-Match` means it. */
export const leadAt = shownAt('/leads/:id', 'leads', 'rp_');
