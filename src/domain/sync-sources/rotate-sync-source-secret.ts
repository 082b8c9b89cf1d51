import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { SyncSource } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { hasAddress, isSigned } from './is-signed.ts';
import { lockSource } from './lock-source.ts';
import { mintFor, type WithShown } from './source-secrets.ts';

const rotateInput = z.strictObject({
  /** Whether the address changes as well; that of a source without a secret does in any case. */
  address: z.boolean().nullish(),
  /** How long what was before is still taken; 0 ends it at once. */
  overlapHours: z.int().min(0, 'must be 0 to 168').max(168, 'must be 0 to 168').nullish(),
});

const hourMs = 60 * 60 * 1000;

/**
 * Gives a source a new secret, or where it has none a new address, answered here and never again. What was before is taken until the
 * overlap ends. What a source lacks, because it was of another kind before, it is given.
 * @throws CONFLICT for a mailbox, which has neither, and while an overlap runs
 */
export async function rotateSyncSourceSecret(
  context: DomainContext,
  id: string,
  input: z.input<typeof rotateInput>,
): Promise<WithShown> {
  const { actor, services } = context;
  requireScope(actor, 'pipeline:write');
  const { address, overlapHours } = parseInput(rotateInput, input);
  const overlapMs = (overlapHours ?? 24) * hourMs;
  return context.write(async (tx) => {
    const before = await lockSource(tx, id);
    if (!hasAddress(before)) throw conflict('A mailbox has no address and no secret of ours.');
    const now = await tx.sharedNow();
    if (overlapMs > 0) requireNoOverlap(before, now);
    const minted = mintFor({ ...before, orgId: actor.orgId }, services);
    const newAddress = address === true || !isSigned(before) || before.tokenHash === null;
    const [syncSource] = await tx.syncSource.updateManyAndReturn({
      where: { id },
      data: {
        ...(newAddress && { tokenHash: minted.tokenHash }),
        secret: minted.secret,
        previousTokenHash: newAddress && overlapMs > 0 ? before.tokenHash : null,
        previousSecret: overlapMs > 0 ? before.secret : null,
        previousExpiresAt: overlapMs > 0 ? new Date(now.getTime() + overlapMs) : null,
        updatedAt: tx.now,
      },
    });
    if (!syncSource) throw notFound('sync source');
    tx.audit('sync_source.secret_rotated', { id, businessId: null });
    return { syncSource, url: newAddress ? minted.url : null, secret: minted.plain };
  });
}

/** Nobody can tell which of two the other side holds by now, so a third would lock it out. */
function requireNoOverlap({ previousExpiresAt: endsAt }: SyncSource, now: Date): void {
  if (!endsAt || endsAt <= now) return;
  throw conflict(`A rotation is under way until ${endsAt.toISOString()}: wait, or rotate with overlapHours 0.`);
}
