import type pg from 'pg';
import { openWith, type SecretBox } from '../access/secret-box.ts';
import { type SealedTable, sealedTables } from './sealed-tables.ts';

export type Resealed = {
  /** Rows whose secrets the new key opens now and did not before. */
  readonly resealed: number;
  /** Rows whose secret neither key opens: they need to be made anew, as they needed before. */
  readonly lost: number;
};

type Row = { orgId: string; id: string; secret: Uint8Array; second: Uint8Array | null };
type Boxes = { readonly from: SecretBox; readonly to: SecretBox };

// The newest first: those are what a start looks at, so that a server with the old key is refused from the first batch on.
const nextBatch = ({
  table,
  second,
}: SealedTable) => `select org_id as "orgId", id, secret, ${second ?? 'null::bytea'} as second from ${table}
  where secret is not null and ($1::text is null or (id, org_id) < ($1, $2)) order by id desc, org_id desc limit $3`;

const store = ({
  table,
  second,
}: SealedTable) => `update ${table} e set secret = v.secret${second === null ? '' : `, ${second} = v.second`}
  from unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[]) as v (org_id, id, before, secret, second)
  where e.org_id = v.org_id and e.id = v.id and e.secret = v.before`;

/**
 * Seals every secret of the database under another key, in batches, each one statement. It may be cut off at any moment and
 * begun again: what the new key opens already is passed over.
 * @throws Error where somebody changed one meanwhile
 */
export async function resealSecrets(pool: Pick<pg.Pool, 'query'>, boxes: Boxes, batchSize = 500): Promise<Resealed> {
  const done = { resealed: 0, lost: 0 };
  for (const sealed of sealedTables) {
    const { resealed, lost } = await resealTable(pool, boxes, sealed, batchSize);
    done.resealed += resealed;
    done.lost += lost;
  }
  return done;
}

async function resealTable(
  pool: Pick<pg.Pool, 'query'>,
  boxes: Boxes,
  sealed: SealedTable,
  batchSize: number,
): Promise<Resealed> {
  const done = { resealed: 0, lost: 0 };
  for (let last: Row | undefined, full = true; full;) {
    const { rows } = await pool.query<Row>(nextBatch(sealed), [last?.id ?? null, last?.orgId ?? null, batchSize]);
    const changed = rows.flatMap((row) => {
      const resealed = resealRow(boxes, row, sealed.contextOf);
      if (resealed === 'lost') done.lost += 1;
      return typeof resealed === 'string' ? [] : [{ ...row, resealed }];
    });
    const { rowCount } = await pool.query(store(sealed), [
      changed.map(({ orgId }) => orgId),
      changed.map(({ id }) => id),
      changed.map(({ secret }) => secret),
      changed.map(({ resealed }) => resealed.secret),
      changed.map(({ resealed }) => resealed.second),
    ]);
    if (rowCount !== changed.length)
      throw new Error('A secret was changed meanwhile. Stop every server, and do the same again.');
    done.resealed += changed.length;
    last = rows.at(-1);
    full = rows.length === batchSize;
  }
  return done;
}

type SealedSecrets = Pick<Row, 'secret' | 'second'>;

function resealRow(
  { from, to }: Boxes,
  { orgId, id, ...sealed }: Row,
  contextOf: SealedTable['contextOf'],
): SealedSecrets | 'done' | 'lost' {
  const context = contextOf(orgId, id);
  if (openWith(to, sealed.secret, context) !== null) return 'done';
  const secret = openWith(from, sealed.secret, context);
  if (secret === null) return 'lost';
  const second = sealed.second && openWith(from, sealed.second, context);
  return { secret: to.seal(secret, context), second: second === null ? null : to.seal(second, context) };
}
