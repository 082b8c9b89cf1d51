import { sharedNowSql } from '../../clock.ts';
import type { Pool } from '../provider/gate.ts';

export type Spender = {
  readonly orgId: string;
  /** What it may use in a day, in UTC; null where it is no widget that asks. */
  readonly widget: { readonly id: string; readonly tokensPerDay: number } | null;
};

/** What was set aside for one call, on one day. */
type Reserved = {
  readonly orgId: string;
  readonly widgetIds: readonly string[];
  readonly day: string;
  readonly tokens: number;
};

/** The row of the whole workspace stands under no widget. */
const everyWidget = '';

const clockSql = `with clock as materialized (select to_char(${sharedNowSql('$3')} at time zone 'UTC', 'YYYY-MM-DD') as day)`;

const addSql =
  'on conflict (org_id, widget_id, day) do update set tokens = u.tokens + excluded.tokens where u.tokens + excluded.tokens <=';

const wholeSql = (asked: string): string => `insert into model_usage as u (org_id, widget_id, day, tokens)
    select $1, '${everyWidget}', ${asked}.day, $2::int from ${asked}, organisations o where o.id = $1 and $2::int <= o.model_tokens_per_day
    ${addSql} (select o.model_tokens_per_day from organisations o where o.id = $1)
    returning day`;

// Conditional updates of two rows: what is used up is settled by the row, whoever asks at once. The workspace's only where there was
// room in the widget's, which is given back where there was none in the workspace's.
const reserveSql = `${clockSql}, widget as (
    insert into model_usage as u (org_id, widget_id, day, tokens)
    select $1, $4, day, $2::int from clock where $2::int <= $5::int
    ${addSql} $5::int
    returning day
  ), whole as (
    ${wholeSql('widget')}
  )
  select widget.day, whole.day is not null as "isGranted" from widget left join whole on true`;

const reserveWholeSql = `${clockSql}, whole as (
    ${wholeSql('clock')}
  )
  select day, true as "isGranted" from whole`;

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
  { orgId, widget }: Spender,
  tokens: number,
  now: Date | null,
): Promise<Reserved | null> {
  const { rows } = await pool.query<{ day: string; isGranted: boolean }>(
    widget ? reserveSql : reserveWholeSql,
    widget ? [orgId, tokens, now, widget.id, widget.tokensPerDay] : [orgId, tokens, now],
  );
  const [found] = rows;
  if (!found) return null;
  const { day, isGranted } = found;
  if (isGranted) return { orgId, widgetIds: widget ? [widget.id, everyWidget] : [everyWidget], day, tokens };
  if (widget) await pool.query(settleSql, [orgId, [widget.id], day, -tokens]);
  return null;
}

/** Counts what was used instead of what was set aside. */
export async function settleTokens(
  pool: Pool,
  { orgId, widgetIds, day, tokens }: Reserved,
  used: number,
): Promise<void> {
  if (used !== tokens) await pool.query(settleSql, [orgId, widgetIds, day, used - tokens]);
}
