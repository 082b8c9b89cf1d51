import { systemActor } from '../../access/actor.ts';
import { hashSecret } from '../../access/credentials.ts';
import type { RunAcross } from '../../db/run/run.ts';
import type { DomainServices } from '../context.ts';
import { lockLeadsOfAddress } from '../leads/lock-leads-of-address.ts';
import { unsubscribeLocked } from '../leads/unsubscribe-lead.ts';
import { mailOfToken } from './mail-of-token.sql.ts';

type Recipient = { readonly orgId: string; readonly leadId: string; readonly toAddress: string | null };

const token = /^[\w-]{43}$/;

/** Whom the mail was for that carries the token; null where no mail does. */
export async function findRecipient(run: RunAcross, given: string): Promise<Recipient | null> {
  if (!token.test(given)) return null;
  const [found] = await run(mailOfToken, { hash: hashSecret(given) });
  return found ?? null;
}

/**
 * Unsubscribes whoever was written to: the lead of the mail, and each other one of the workspace with the address it went to. As
 * often as they like. The audit tells that the recipient did.
 */
export async function unsubscribeRecipient(
  { openAs }: Pick<DomainServices, 'openAs'>,
  { orgId, leadId, toAddress }: Recipient,
): Promise<void> {
  await openAs(systemActor(orgId, 'recipient')).write(async (tx) => {
    for (const lead of await lockLeadsOfAddress(tx, leadId, toAddress)) await unsubscribeLocked(tx, lead);
  });
}
