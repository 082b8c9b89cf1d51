import type { Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { businessAsked } from './business-asked.ts';
import { conversationStatuses } from './kept-counts.sql.ts';

type Reader = Pick<DomainContext, 'actor' | 'db' | 'run'>;

/** How many conversations hold what is asked for: as it is kept where that is a status and a business at most, or else counted. */
export async function countConversations(reader: Reader, where: Prisma.ConversationWhereInput): Promise<number> {
  const { businessId, status, ...others } = where;
  const ofBusiness = businessAsked(reader.actor, businessId);
  const isKept = Object.keys(others).length === 0 && (status === undefined || typeof status === 'string');
  if (!isKept || ofBusiness === undefined || reader.actor.conversationId !== null)
    return reader.db.conversation.count({ where });
  const rows = await reader.run(conversationStatuses, { ofBusiness });
  return rows.reduce((sum, row) => (row.status === (status ?? row.status) ? sum + row.count : sum), 0);
}
