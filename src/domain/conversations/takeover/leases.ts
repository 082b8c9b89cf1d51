import { z } from 'zod';
import type { Conversation } from '../../../db/generated/prisma/client.ts';
import type { Tx } from '../../../db/write/write.ts';
import { changeConversation, type LockedConversation } from '../conversation-snapshot.ts';

export const leaseSeconds = { min: 30, max: 3600 } as const;

export const takeOverInput = z.strictObject({
  leaseSeconds: z
    .int()
    .min(leaseSeconds.min, `must be at least ${leaseSeconds.min}`)
    .max(leaseSeconds.max, `must be at most ${leaseSeconds.max}`)
    .nullish(),
});

type Lease = Pick<Conversation, 'leaseSeconds' | 'takenOverUntil'>;

/** A lease of so many seconds from now on; none where there is none. All nodes must agree on its end: it goes by the clock they share. */
export async function leaseFor(tx: Tx, seconds: number | null): Promise<Partial<Lease>> {
  if (seconds === null) return {};
  const now = await tx.sharedNow();
  return { leaseSeconds: seconds, takenOverUntil: new Date(now.getTime() + seconds * 1000) };
}

/**
 * Renews the lease of a locked conversation, once half of it has passed or where it is to be of another length: an agent that asks
 * every second changes nothing else. What the conversation is about stays as it is, so `updatedAt` does.
 */
export async function renewLease(tx: Tx, before: LockedConversation, seconds: number | null) {
  if (seconds === null) return before;
  const { takenOverUntil: end, updatedAt } = before;
  const lease = await leaseFor(tx, seconds);
  const gainedMs = (lease.takenOverUntil?.getTime() ?? 0) - (end?.getTime() ?? 0);
  if (end !== null && seconds === before.leaseSeconds && gainedMs < (seconds * 1000) / 2) return before;
  tx.audit('conversation.lease_renewed', before);
  return changeConversation(tx, before, { ...lease, updatedAt });
}
