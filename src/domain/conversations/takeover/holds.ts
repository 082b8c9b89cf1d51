import type { Actor } from '../../../access/actor.ts';

/** Whether the actor is the one who holds the conversation: the same member, or the same key where none stands behind it. */
export const holds = (actor: Actor, row: { holderKeyId: string | null; holderMemberId: string | null }): boolean =>
  actor.memberId
    ? row.holderMemberId === actor.memberId
    : row.holderMemberId === null && row.holderKeyId === actor.apiKeyId;
