import { bareId, exampleId, toGlobalId } from '../../src/ids.ts';
import { shownAt } from '../route/resources.ts';

const prefix = 'rp_';

/** No row has this id. */
const noRow = '-';

export const toLeadId = (rowId: string): string => prefix + rowId;

/** ClawCRM's leads are `rp_…`, the graph's `ld_…`; what is neither names nothing. */
export const toGraphLeadId = (id: string): string => (id.startsWith(prefix) ? toGlobalId('Lead', bareId(id)) : noRow);

export const fromGraphLeadId = (id: string): string => toLeadId(bareId(id));

/** For documents. */
export const exampleLeadId = fromGraphLeadId(exampleId('Lead'));

/** A lead as a write's `If-Match` means it. */
export const leadAt = shownAt('/leads/:id', 'leads', prefix);
