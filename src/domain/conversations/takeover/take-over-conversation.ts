import type { z } from 'zod';
import { type Actor, requireScope } from '../../../access/actor.ts';
import { boundScopes } from '../../../access/roles.ts';
import type { Conversation } from '../../../db/generated/prisma/client.ts';
import type { Tx } from '../../../db/write/write.ts';
import type { DomainContext } from '../../context.ts';
import { conflict, forbidden } from '../../../errors.ts';
import { parseInput } from '../../input.ts';
import { findAuthor } from '../../members/find-authors.ts';
import { holds } from './holds.ts';
import {
  changeConversation,
  conversationEvent,
  type LockedConversation,
  lockConversation,
  snapshotConversation,
} from '../conversation-snapshot.ts';
import { returnToAi } from './hand-back-conversation.ts';
import { isOver } from './is-over.ts';
import { leaseFor, renewLease, takeOverInput } from './leases.ts';
import { readTalk } from '../read-talk.ts';

/**
 * Claims a conversation: from its commit on the AI does not answer, and what it has not answered waits for the holder. With a
 * lease it ends by itself unless it is renewed, which the holder's replies do, and this again with one. The holder again
 * without one changes nothing. A takeover that is over is ended first, though no turn of the job has come to it yet.
 * @throws CONFLICT when somebody else holds it, or it is closed; INVALID for a lease out of bounds; FORBIDDEN for a member who was
 * removed meanwhile, or whose role may not any more.
 */
export async function takeOverConversation(
  context: DomainContext,
  id: string,
  input: z.input<typeof takeOverInput> = {},
): Promise<Conversation> {
  const { actor } = context;
  requireScope(actor, 'conversations:takeover');
  const seconds = parseInput(takeOverInput, input).leaseSeconds ?? null;
  return context.write(async (tx) => {
    let before = await lockConversation(tx, id);
    if (before.status === 'CLOSED') throw conflict('The conversation is closed.');
    if (before.status === 'HUMAN_ACTIVE' && holds(actor, before)) return renewLease(tx, before, seconds);
    if (before.status === 'HUMAN_ACTIVE' && !(await isOver(tx, before)))
      throw conflict(`The conversation is already taken over${await byWhom(tx, before)}.`);
    await lockTaker(tx, actor);
    if (before.status === 'HUMAN_ACTIVE') before = await returnToAi(tx, before);
    const conversation = await changeConversation(tx, before, {
      status: 'HUMAN_ACTIVE',
      holderKeyId: actor.apiKeyId,
      holderMemberId: actor.memberId,
      takenOverAt: tx.now,
      ...(await leaseFor(tx, seconds)),
      waitingSince: before.waitingSince ?? (await readTalk(tx, id)).waitingSince,
    });
    tx.record('conversation.taken_over', conversationEvent(await snapshotConversation(tx, conversation)));
    return conversation;
  });
}

/** Locks a member who takes over, so that who ends the membership finds what it holds. What an ended key holds a job hands back. */
async function lockTaker(tx: Tx, { memberId: id }: Actor): Promise<void> {
  if (id === null) return;
  await tx.lock('members', id);
  const member = await tx.member.findFirst({ where: { id, removedAt: null }, select: { role: true } });
  if (member && boundScopes(['conversations:takeover'], member.role).length > 0) return;
  throw forbidden('This member may take over no conversation any more.', { scope: 'conversations:takeover' });
}

async function byWhom(tx: Tx, { holderKeyId: keyId, holderMemberId: memberId }: LockedConversation): Promise<string> {
  const holder = await findAuthor(tx, { keyId, memberId });
  return holder ? ` by ${holder.name}` : '';
}
