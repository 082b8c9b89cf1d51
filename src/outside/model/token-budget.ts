import { sharedNowSql } from '../../clock.ts';
import type { Pool } from '../provider/gate.ts';

export type Spender = {
  readonly orgId: string;
  readonly widgetId: string;
  /** What the widget may use in a day, in UTC. */
  readonly widgetTokens: number;
};

/** What was set aside for one call, on one day. */
export type Reserved = Pick<Spender, 'orgId' | 'widgetId'> & { readonly day: string; readonly tokens: number };

/** The row of the whole workspace stands under no widget. */
const everyWidget = '';

// Conditional updates of two rows: what is used up is settled by the row, whoever asks at once. The workspace's only where there was
// room in the widget's, which is given back where there was none in the workspace's.
const reserveSql = `with clock as materialized (select to_char(${sharedNowSql('$5')} at time zone 'UTC', 'YYYY-MM-DD') as day), widget as (
    insert into model_usage as u (org_id, widget_id, day, tokens)
    select $1, $2, day, $3::int from clock where $3::int <= $4::int
    on conflict (org_id, widget_id, day) do update set tokens = u.tokens + excluded.tokens where u.tokens + excluded.tokens <= $4::int
    returning day
  ), whole as (
    insert into model_usage as u (org_id, widget_id, day, tokens)
    select $1, '${everyWidget}', widget.day, $3::int from widget, organisations o where o.id = $1 and $3::int <= o.model_tokens_per_day
    on conflict (org_id, widget_id, day) do update set tokens = u.tokens + excluded.tokens
     where u.tokens + excluded.tokens <= (select o.model_tokens_per_day from organisations o where o.id = $1)
    returning day
  )
  select widget.day, whole.day is not null as "isGranted" from widget left join whole on true`;

// The widget's row is locked before the workspace's, as it is where tokens are set aside: else two calls would wait for each other.
const settleSql = `with held as (
    select widget_id from model_usage where org_id = $1 and widget_id = any($2::text[]) and day = $3
     order by widget_id desc for no key update
  )
  update model_usage u set tokens = greatest(0, u.tokens + $4::int)
    from held where u.org_id = $1 and u.widget_id = held.widget_id and u.day = $3`;

/** Sets tokens aside before they are used, so that calls at once use no more than there is; null where that is used up. */
export async function reserveTokens(
  pool: Pool,
  { orgId, widgetId, widgetTokens }: Spender,
  tokens: number,
  now: Date | null,
): Promise<Reserved | null> {
  const { rows } = await pool.query<{ day: string; isGranted: boolean }>(reserveSql, [
    orgId,
    widgetId,
    tokens,
    widgetTokens,
    now,
  ]);
  const [found] = rows;
  if (!found) return null;
  if (found.isGranted) return { orgId, widgetId, day: found.day, tokens };
  await pool.query(settleSql, [orgId, [widgetId], found.day, -tokens]);
  return null;
}

/** Counts what was used instead of what was set aside. */
export async function settleTokens(
  pool: Pool,
  { orgId, widgetId, day, tokens }: Reserved,
  used: number,
): Promise<void> {
  if (used !== tokens) await pool.query(settleSql, [orgId, [widgetId, everyWidget], day, used - tokens]);
}
