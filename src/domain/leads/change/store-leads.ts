import type { Tx } from '../../../db/write/write.ts';
import { storeFields, type StoredLead } from './store-leads.sql.ts';

/** Changes locked leads, each in columns of its own, in one statement. */
export async function storeLeads(tx: Tx, leads: readonly StoredLead[]): Promise<void> {
  const fields = new Set(leads.flatMap(({ columns }) => Object.keys(columns)));
  await tx.run(storeFields([...fields]), { leads });
}
