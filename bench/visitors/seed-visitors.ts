import pg from 'pg';
import { hashSecret } from '../../src/access/credentials.ts';
import type { Product } from '../../test/failure/product.ts';
import { createGraphClient } from '../../test/support/graph-client.ts';
import { makeVisitorToken } from '../../test/support/visitor.ts';

/** A visitor of a page, in one conversation that the operators’ key holds. */
export type SeededVisitor = { readonly id: string; readonly token: string; readonly widgetKey: string };

/** The page they are on. */
export const page = 'https://shop.example';

type Widget = { readonly id: string; readonly key: string };

/** Streams of one widget and one workspace are bounded: two widgets, and so many visitors that all fit in one workspace. */
const insertSql = `insert into conversations (org_id, id, widget_id, visitor_token_hash, status, holder_key_id, holder_member_id,
    taken_over_at, message_count, created_at, updated_at)
  select k.org_id, seeded.id, seeded.widget_id, seeded.hash, 'HUMAN_ACTIVE', k.id, k.member_id, now(), 0, now(), now()
    from api_keys k, unnest($2::text[], $3::text[], $4::bytea[]) as seeded (id, widget_id, hash)
   where k.hash = $1`;

/** So many conversations of as many visitors, on an installation that was just made. */
export async function seedVisitors(databaseUrl: string, product: Product, count: number): Promise<SeededVisitor[]> {
  const { url, operatorKey = '', widgetKey = '' } = product;
  const graph = createGraphClient(url, operatorKey);
  type Made = { createWidget: { key: string; widget: { id: string } } };
  const { createWidget } = await graph.ask<Made>(
    'mutation { createWidget(input: { name: "Second" }) { key widget { id } } }',
  );
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const known = 'select widget_id as id from api_keys where hash = $1';
    const { rows } = await client.query<{ id: string }>(known, [hashSecret(widgetKey)]);
    const widgets: Widget[] = [
      { id: rows[0]?.id ?? '', key: widgetKey },
      { id: createWidget.widget.id.slice('wdg_'.length), key: createWidget.key },
    ];
    const seeded = Array.from({ length: count }, (_, n) => {
      const { id: widgetId, key } = widgets[n % widgets.length]!;
      return { id: String(n).padStart(26, '0'), widgetId, token: makeVisitorToken(), widgetKey: key };
    });
    await client.query(insertSql, [
      hashSecret(operatorKey),
      seeded.map(({ id }) => id),
      seeded.map(({ widgetId }) => widgetId),
      seeded.map(({ token }) => hashSecret(token)),
    ]);
    await client.query('update widgets set allowed_origins = $1', [[page]]);
    await client.query('vacuum analyze conversations');
    return seeded;
  } finally {
    await client.end();
  }
}
