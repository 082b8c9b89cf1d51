import type pg from 'pg';
import { withoutIndexes } from './without-indexes.ts';

/**
 * Stages of very different sizes, one lead in a hundred of the business, one in two thousand in `won` and those the longest
 * untouched; a word that all have, one that few have.
 */
const leadsSql = `insert into leads (org_id, id, business_id, stage_id, source, target_type, context, tags, status, tier, first_name, last_name,
    email, score, confidence_score, enrichment_status, last_touched_at, remark, search, created_at, updated_at)
  select $1, pg_temp.lead_id(n, $3::int), case when n % 100 = 0 then $2 end,
         (select id from stages where org_id = $1 and key = case when n % 2000 = 7 then 'won' when n % 3 = 0 then 'contacted' else 'new' end),
         (array['reddit', 'google_maps', 'manual', 'chat'])[1 + n % 4], 'customer_lead', '{}', array['newsletter', 'region-' || n % 500],
         (array['NEW', 'CONTACTED', 'REPLIED', 'SPAM'])[1 + n % 4]::"LeadStatus", (array['HIGH', 'LOW', null])[1 + n % 3]::"LeadTier",
         'Ada', 'Lovelace ' || n, 'ada.' || n || '@example.com', case when n % 4 > 0 then n * 7 % 101 end, case when n % 2 = 0 then n * 3 % 101 end,
         case when n % 9 = 0 then 'COMPLETE' end::"EnrichmentStatus",
         case when n % 5 > 0 then timestamptz '2026-01-01' + (n * 13 % $3::int) * interval '1 s' end, repeat('Asked for a booking page. ', 8),
         'ada lovelace ' || n || chr(10) || 'ada.' || n || '@example.com' || case when n % 5000 = 1 then ' fireplace' else '' end,
         pg_temp.made_at(n, $3::int), timestamptz '2026-02-01' + n * interval '1 s'
    from generate_series(1, $3::int) n`;

export type Board = { readonly orgId: string; readonly businessId: string; readonly leads: number };

/** So many leads of each, one in a hundred of the business. */
export async function seedBoards(client: pg.Client, boards: readonly Board[]): Promise<void> {
  await withoutIndexes(client, 'leads', async () => {
    for (const { orgId, businessId, leads } of boards) await client.query(leadsSql, [orgId, businessId, leads]);
  });
}
