import { sharedNowSql } from '../../clock.ts';

type RawExecutor = { $executeRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<number> };

export type CaptureBudget = {
  readonly widgetId: string;
  readonly conversationId: string;
  readonly leadsPerHour: number;
};

// Nodes' clocks may differ, and then one's leads would look old to another: captures are stamped and counted by the database's.
const takeSql = `with clock as materialized (select ${sharedNowSql('$5')} as now)
  update conversations set captured_at = clock.now
    from clock
   where org_id = $1 and id = $2
     and (select count(*) from conversations c
           where c.org_id = $1 and c.widget_id = $3 and c.captured_at > clock.now - interval '1 hour') < $4`;

/** Takes one lead from what a widget's chats may make in any hour; false where that is used up. The organisation is locked. */
export async function takeCapture(
  transaction: RawExecutor,
  orgId: string,
  { widgetId, conversationId, leadsPerHour }: CaptureBudget,
  sharedNow: Date | null,
): Promise<boolean> {
  const taken = await transaction.$executeRawUnsafe(takeSql, orgId, conversationId, widgetId, leadsPerHour, sharedNow);
  return taken > 0;
}
