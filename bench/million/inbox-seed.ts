import type pg from 'pg';
import type { GraphClient } from '../../test/support/graph-client.ts';
import type { TestWorkspace } from '../../test/support/workspace.ts';
import { withoutIndexes } from './without-indexes.ts';

/** What all conversations of a workspace take place on and belong to. */
export type Places = {
  readonly orgId: string;
  readonly conversations: number;
  /** Of nearly all, and of one in a hundred. */
  readonly widgetIds: readonly [string, string];
  /** Of one in a hundred, of one in four thousand, and of half. */
  readonly businessIds: readonly [string, string, string];
};

/**
 * One a minute. The last twentieth is open, a tenth of that held; before it all is closed but for what somebody forgot. Most end
 * within a day, one in ten is come back to weeks later. Half have a lead, each lead twenty.
 */
const conversationsSql = `insert into conversations (org_id, id, business_id, widget_id, lead_id, status, holder_key_id, taken_over_at,
    waiting_since, closed_at, not_captured_at, last_message_id, last_message_at, message_count, visitor_name, visitor_token_hash, created_at, updated_at)
  select $1, lpad(n::text, 26, '0'),
         case when n % 100 = 3 then $5 when n % 4000 = 5 then $6 when n % 2 = 0 then $7 end,
         case when n % 100 = 3 then $4 else $3 end,
         case when n % 2 = 0 then pg_temp.lead_id(1 + n % greatest(20, $2::int / 20), $8::int) end,
         status, holder, case when holder is not null then last end,
         case when status = 'HUMAN_ACTIVE' and n % 3 = 0 or status = 'ACTIVE' and n % 20 = 1 then last end,
         case when status = 'CLOSED' then last end, case when n % 2000 = 11 then last end,
         lpad((n * 10 + 5)::text, 26, '0'), last, 5, 'Ada ' || n, '', begun, last
    from generate_series(1, $2::int) n,
         lateral (select timestamptz '2026-01-01' + n * interval '1 minute' as begun) b,
         lateral (select begun + n % 1440 * 7919 % 1440 * interval '1 minute' + case when n % 10 = 0 then n * 31 % 30 else 0 end * interval '1 day' as last) l,
         lateral (select case when n > $2::int * 0.95 then case when n % 10 = 0 then 'HUMAN_ACTIVE' else 'ACTIVE' end
                              when n % 20000 = 1 then 'HUMAN_ACTIVE' when n % 1000 = 1 then 'ACTIVE' else 'CLOSED' end::"ConversationStatus" as status) s,
         lateral (select case when status = 'HUMAN_ACTIVE' then (select id from api_keys where org_id = $1
                           and dialect = case when n % 500 = 0 or n % 20000 = 1 then 'QUINCER' else 'GRAPHQL' end::"Dialect" order by id limit 1) end as holder) h`;

/** Five of each, with words that all, most, some, few, only old or no conversations have; of the one amid them five in a hundred of all. */
const messagesSql = `insert into messages (org_id, id, business_id, conversation_id, role, content, original_content, search, created_at)
  select $1, m.id, c.business_id, c.id, (array['AI', 'VISITOR'])[1 + k % 2]::"MessageRole", words, words, lower(words),
         c.created_at + k * interval '1 minute'
    from (select n, k, lpad((n * 10 + k)::text, 26, '0') as id from generate_series(1, $2::int) n, generate_series(1, 5) k
          union all select $2::int / 2, k, '5' || lpad(k::text, 25, '0') from generate_series(1, $2::int / 20) k) m
    join conversations c on c.org_id = $1 and c.id = lpad(n::text, 26, '0'),
         lateral (select 'Thank you for message ' || k || ' about the ' || $3 || ' of ' || md5(n::text)
                    || case when k = 2 and n % 100 <> 3 then ' and the gardens' else '' end
                    || case when k = 3 and n % 50 = 7 then ' and a refund' else '' end
                    || case when k = 3 and n % 5000 = 1 then ' and the fireplace' else '' end
                    || case when k = 3 and n <= 80 then ' and the chandelier' else '' end
                    || case when k = 3 and n % 3000 = 9 then ' zq' else '' end as words) w`;

export type Inbox = { readonly places: Places; readonly leads: number };

/** So many conversations of each, of five messages. */
export async function seedInbox(client: pg.Client, inboxes: readonly Inbox[]): Promise<void> {
  await withoutIndexes(client, 'conversations', async () => {
    for (const { leads, places } of inboxes) {
      const { orgId, conversations, widgetIds, businessIds } = places;
      await client.query(conversationsSql, [orgId, conversations, ...widgetIds, ...businessIds, leads]);
    }
  });
  // What they tell of their conversations stands there already.
  await client.query('alter table messages disable trigger conversation_activity_kept');
  await withoutIndexes(client, 'messages', async () => {
    for (const [n, { places }] of inboxes.entries())
      await client.query(messagesSql, [places.orgId, places.conversations, n === 0 ? 'booking' : 'wholesale']);
  });
  await client.query('alter table messages enable trigger conversation_activity_kept');
}

export async function makePlaces({ graph, orgId, widgetId }: TestWorkspace, conversations: number): Promise<Places> {
  type Widget = { createWidget: { widget: { id: string } } };
  const made = await graph.ask<Widget>('mutation { createWidget(input: { name: "Second" }) { widget { id } } }');
  const second = made.createWidget.widget.id;
  const businessIds = [await makeBusiness(graph), await makeBusiness(graph), await makeBusiness(graph)] as const;
  return { orgId, conversations, widgetIds: [rowIdOf(widgetId), rowIdOf(second)], businessIds };
}

async function makeBusiness(graph: GraphClient): Promise<string> {
  type Made = { createBusiness: { business: { id: string } } };
  const made = await graph.ask<Made>('mutation { createBusiness(input: { name: "One" }) { business { id } } }');
  return rowIdOf(made.createBusiness.business.id);
}

const rowIdOf = (id: string): string => id.slice(id.indexOf('_') + 1);
