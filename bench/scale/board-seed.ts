import type { Seeding } from './run-at-scale.ts';
import { withoutIndexes } from './without-indexes.ts';

/**
 * Stages of very different sizes, one lead in a hundred of the business, one in two thousand in `won` and those the longest
 * untouched; a word that all have, one that few have.
 */
const leadsSql = `insert into leads (org_id, id, business_id, stage_id, source, target_type, context, tags, status, tier, first_name, last_name,
    email, score, last_touched_at, remark, search, created_at, updated_at)
  select $1, lpad(n::text, 26, '0'), case when n % 100 = 0 then $2 end,
         (select id from stages where org_id = $1 and key = case when n % 2000 = 7 then 'won' when n % 3 = 0 then 'contacted' else 'new' end),
         (array['reddit', 'google_maps', 'manual', 'chat'])[1 + n % 4], 'customer_lead', '{}', array['newsletter', 'region-' || n % 500],
         (array['NEW', 'CONTACTED', 'REPLIED', 'SPAM'])[1 + n % 4]::"LeadStatus", (array['HIGH', 'LOW', null])[1 + n % 3]::"LeadTier",
         'Ada', 'Lovelace ' || n, 'ada.' || n || '@example.com', case when n % 4 > 0 then n * 7 % 101 end,
         case when n % 5 > 0 then timestamptz '2026-01-01' + (n * 13 % $3::int) * interval '1 s' end, repeat('Asked for a booking page. ', 8),
         'ada lovelace ' || n || chr(10) || 'ada.' || n || '@example.com' || case when n % 5000 = 1 then ' fireplace' else '' end,
         timestamptz '2026-01-01', timestamptz '2026-02-01' + n * interval '1 s'
    from generate_series(1, $3::int) n`;

/** So many leads, and answers the id of the business. */
export async function seedBoard({ client, workspace: { graph, orgId } }: Seeding, leads: number): Promise<string> {
  type Made = { createBusiness: { business: { id: string } } };
  const made = await graph.ask<Made>('mutation { createBusiness(input: { name: "One" }) { business { id } } }');
  const businessId = made.createBusiness.business.id;
  const values = [orgId, businessId.slice('biz_'.length), leads];
  await withoutIndexes(client, 'leads', () => client.query(leadsSql, values));
  return businessId;
}
