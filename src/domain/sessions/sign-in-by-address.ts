import { systemActor } from '../../access/actor.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { RunAcross } from '../../db/run/run.ts';
import type { Tx } from '../../db/write/write.ts';
import { forbidden } from '../../errors.ts';
import type { DomainServices } from '../context.ts';
import { email, parseInput } from '../input.ts';
import { peopleOfAddress } from './find-people.sql.ts';
import type { OpenedSession } from './insert-session.ts';
import { signInMember } from './sign-in-member.ts';

type Services = Pick<DomainServices, 'openAs' | 'clock'> & { readonly runAcross: RunAcross };

/** Somebody who may sign in by an address, in one of the workspaces where there is somebody of it. */
export type FoundPerson = {
  readonly orgId: string;
  readonly memberId: string;
  readonly slug: string;
  readonly workspace: string;
  /** Whether the person has come with another account of the provider before. */
  readonly hasOtherAccount: boolean;
};

/** An account of a sign-in provider. */
export type ProviderAccount = { readonly issuer: string; readonly subject: string };

type Arriving = {
  /** An address that somebody else has proved to be the person's. */
  readonly address: string;
  /** The account with which they did. */
  readonly account: ProviderAccount;
  /** The slug of the workspace, where the person named one. */
  readonly workspace: string | null;
  readonly requestId: string;
};

/**
 * Signs in the member of this address: one who has signed in before, or whose invitation is open, which is used up then. Answers
 * the workspaces to choose from where there are several. The account that a member comes with first stays the member's: addresses
 * are given to somebody else, accounts are not.
 * @throws FORBIDDEN where nobody of the address may come in, and where the member came with another account before
 */
export async function signInByAddress(
  { openAs, clock, runAcross }: Services,
  { address, account: { issuer, subject }, workspace, requestId }: Arriving,
): Promise<OpenedSession | readonly FoundPerson[]> {
  const known = parseInput(email, address);
  const now = clock.now();
  const found = await runAcross(peopleOfAddress, { email: known, issuer, subject, workspace, now });
  const people = found.filter(({ hasOtherAccount }) => !hasOtherAccount);
  const [person, ...others] = people;
  if (!person) throw found.length > 0 ? otherAccount() : nobody();
  if (others.length > 0) return people;
  const { orgId, memberId } = person;
  return openAs({ ...systemActor(orgId, requestId), memberId }).write(async (tx) => {
    const member = await lockArriving(tx, memberId, known);
    await bindAccount(tx, memberId, { issuer, subject });
    return signInMember(tx, member);
  });
}

async function lockArriving(tx: Tx, id: string, address: string): Promise<Member> {
  await tx.lock('members', id);
  const member = await tx.member.findFirst({ where: { id, email: address, role: { not: null }, removedAt: null } });
  if (!member) throw nobody();
  if (member.joinedAt) return member;
  const redeemed = await tx.invitation.updateManyAndReturn({
    where: { memberId: id, redeemedAt: null, revokedAt: null, expiresAt: { gt: tx.now } },
    data: { redeemedAt: tx.now },
  });
  if (redeemed.length === 0) throw nobody();
  return member;
}

/** The first account of a provider that a locked member comes with is the only one. @throws FORBIDDEN for any other */
async function bindAccount(tx: Tx, memberId: string, { issuer, subject }: ProviderAccount): Promise<void> {
  const bound = await tx.memberAccount.findFirst({ where: { memberId, issuer } });
  if (bound && bound.subject !== subject) throw otherAccount();
  if (bound) return;
  await tx.memberAccount.create({ data: { memberId, issuer, subject, createdAt: tx.now } });
  tx.audit('member.account_bound', { id: memberId, businessId: null });
}

const otherAccount = () =>
  forbidden(
    'Somebody signed in with this e-mail address before, with another account of the sign-in provider. Ask an owner or admin to invite you again if the address is yours now.',
  );

const nobody = () =>
  forbidden('Nobody of this e-mail address is on a team here. Ask for an invitation, or for another one.');
