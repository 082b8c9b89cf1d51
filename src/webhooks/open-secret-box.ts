import type pg from 'pg';
import { createSecretBox, openWith, type SecretBox } from '../access/secret-box.ts';
import { loadSecretKey, lostKeyAdvice, SecretKeyError, type SecretKeyOptions } from '../access/secret-key.ts';
import { type SealedTable, sealedTables } from './sealed-tables.ts';

type Key = Pick<SecretKeyOptions, 'secretKey' | 'dataDir'>;

export type OpenSecretBoxOptions = Key & {
  readonly pool: Pick<pg.Pool, 'query'>;
  /** The key is gone for good: what it sealed is given up. */
  readonly keyIsLost: boolean;
};

type Row = { readonly orgId: string; readonly id: string; readonly secret: Uint8Array };
type Sealed = Row & Pick<SealedTable, 'contextOf'>;

// The newest ones, by an earlier key if any: one that opens is proof enough, and none is needed while nothing is sealed.
const newestOf = ({ table, inUse }: SealedTable) => `select org_id as "orgId", id, secret from ${table}
  where ${inUse} order by created_at desc, id desc limit 20`;

async function newest(pool: Pick<pg.Pool, 'query'>): Promise<Sealed[]> {
  const found: Sealed[] = [];
  for (const sealed of sealedTables) {
    const { rows } = await pool.query<Row>(newestOf(sealed));
    found.push(...rows.map((row) => ({ ...row, contextOf: sealed.contextOf })));
  }
  return found;
}

/**
 * The box that opens what this database holds. A key that does not is refused at start, where somebody is looking: with it
 * deliveries would fail one by one, and what is sealed from then on would open under neither key.
 * @throws SecretKeyError saying what to restore.
 */
export async function openSecretBox({ pool, keyIsLost, ...key }: OpenSecretBoxOptions): Promise<SecretBox> {
  const rows = await newest(pool);
  const isNeeded = rows.length > 0 && !keyIsLost;
  const box = createSecretBox(await loadSecretKey({ ...key, mayMake: !isNeeded }));
  if (isNeeded) requireOpenable(rows, [box], key);
  return box;
}

/**
 * Before secrets are sealed anew: one of the keys is the one they were sealed with.
 * @throws SecretKeyError saying what to restore.
 */
export async function requireKeyOf(pool: Pick<pg.Pool, 'query'>, boxes: readonly SecretBox[], key: Key): Promise<void> {
  const rows = await newest(pool);
  if (rows.length > 0) requireOpenable(rows, boxes, key);
}

function requireOpenable(rows: readonly Sealed[], boxes: readonly SecretBox[], { secretKey, dataDir }: Key): void {
  const opens = ({ orgId, id, secret, contextOf }: Sealed) =>
    boxes.some((box) => openWith(box, secret, contextOf(orgId, id)) !== null);
  if (rows.some(opens)) return;
  const given = secretKey ? 'SECRET_KEY' : `The key in ${dataDir}/secret.key`;
  throw new SecretKeyError(
    `${given} is not the one that this database's secrets were encrypted with. ${lostKeyAdvice}`,
  );
}
