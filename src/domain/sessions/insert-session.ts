import { hashSecret, sessionToken } from '../../access/credentials.ts';
import type { Scope } from '../../access/scopes.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';

export const sessionHours = 12;
const sessionMs = sessionHours * 60 * 60 * 1000;

export type OpenedSession = {
  /** What the browser's cookie holds. Shown this once. */
  readonly token: string;
  readonly expiresAt: Date;
  /** How long that is from now. */
  readonly seconds: number;
  /** Who signed in; null where a key did that no member stands behind. */
  readonly member: Member | null;
};

export type NewSession = {
  readonly member: Member | null;
  /** The key that opened it, and what it may do; without one it is the member's role that says. */
  readonly openedBy: {
    readonly id: string;
    readonly businessId: string | null;
    readonly expiresAt: Date | null;
  } | null;
  readonly scopes: readonly Scope[];
};

/** A key of twelve hours that no list shows: a person's browser holds it in a cookie. It never outlives the key that opened it. */
export async function insertSession(tx: Tx, { member, openedBy, scopes }: NewSession): Promise<OpenedSession> {
  const token = sessionToken.mint();
  const end = new Date(tx.now.getTime() + sessionMs);
  const expiresAt = openedBy?.expiresAt && openedBy.expiresAt < end ? openedBy.expiresAt : end;
  const session = await tx.apiKey.create({
    data: {
      id: tx.newId(),
      isSession: true,
      openedById: openedBy?.id ?? null,
      memberId: member?.id ?? null,
      businessId: openedBy?.businessId ?? null,
      dialect: 'GRAPHQL',
      name: 'Console session',
      hint: '',
      hash: hashSecret(token),
      scopes: [...scopes],
      expiresAt,
      createdAt: tx.now,
    },
  });
  tx.audit('session.opened', session);
  const seconds = Math.floor((expiresAt.getTime() - tx.now.getTime()) / 1000);
  return { token, expiresAt, seconds, member };
}
