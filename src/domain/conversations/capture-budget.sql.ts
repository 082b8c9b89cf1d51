import { sharedNowSql } from '../../clock.ts';
import { plain } from '../../db/run/args.ts';
import { change } from '../../db/run/statement.ts';

/**
 * Takes one lead from what a widget's chats may make in any hour, with the organisation locked; touches nothing where that is used
 * up. Nodes' clocks may differ, and then one's leads would look old to another: captures are stamped and counted by the database's.
 */
export const takeCapture = change({
  name: 'take-capture',
  args: { conversationId: plain<string>(), widgetId: plain<string>(), leadsPerHour: plain<number>() },
  beyondBusiness: 'The conversation is the one that was locked, and the widget its own.',
  text: `with clock as materialized (select ${sharedNowSql(':sharedNow')} as now)
  update conversations set captured_at = clock.now
    from clock
   where org_id = :org and id = :conversationId
     and (select count(*) from conversations c
           where c.org_id = :org and c.widget_id = :widgetId and c.captured_at > clock.now - interval '1 hour') < :leadsPerHour`,
});
