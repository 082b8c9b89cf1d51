import type { ApiKey } from '../../db/generated/prisma/client.ts';
import { rolesWith } from '../../access/roles.ts';
import type { Tx } from '../../db/write/write.ts';
import { conflict } from '../../errors.ts';

type Ending = Pick<ApiKey, 'id' | 'scopes' | 'businessId' | 'expiresAt'>;

/**
 * Before keys end: makes sure that another one stays that can mint keys in the whole workspace, and for as long. Later writes
 * wait, so that of two keys that end each other one stays.
 * @throws CONFLICT
 */
export async function requireMinterBeside(tx: Tx, ending: readonly Ending[]): Promise<void> {
  const minters = ending.filter(
    ({ scopes, businessId, expiresAt }) =>
      scopes.includes('keys:write') && businessId === null && (expiresAt === null || expiresAt > tx.now),
  );
  if (minters.length === 0) return;
  await tx.serialise();
  const ends = minters.map(({ expiresAt }) => expiresAt?.getTime() ?? Infinity);
  const last = Math.max(...ends);
  const stays = await tx.apiKey.findFirst({
    where: {
      id: { notIn: ending.map(({ id }) => id) },
      scopes: { has: 'keys:write' },
      businessId: null,
      isSession: false,
      revokedAt: null,
      AND: [
        { OR: [{ expiresAt: null }, ...(last === Infinity ? [] : [{ expiresAt: { gte: new Date(last) } }])] },
        { OR: [{ memberId: null }, { member: { role: null } }, { member: { role: { in: rolesWith('keys:write') } } }] },
      ],
    },
    select: { id: true },
  });
  if (!stays) throw conflict(advice);
}

const advice =
  'No other key of this workspace would be left that can mint keys for as long. ' +
  'First make one that holds keys:write with createApiKey, then end this one with it.';
