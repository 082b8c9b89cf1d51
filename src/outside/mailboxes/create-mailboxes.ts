import type { ImapFlow } from 'imapflow';
import { type MailboxClient, MailboxError, type MailboxServer } from '../../domain/sync-sources/mailbox-client.ts';
import { inTime } from '../../in-time.ts';
import { limits } from '../../limits.ts';
import { type AddressPolicy, RefusedAddressError } from '../../webhooks/post/safe-address.ts';
import { openImap } from '../returned/imap-connection.ts';

const toMailboxError = (error: unknown): MailboxError => {
  if (error instanceof MailboxError) return error;
  if (error instanceof RefusedAddressError)
    return new MailboxError('The mailbox is at an address that is not allowed.');
  return new MailboxError(error instanceof Error ? error.message : 'The mailbox cannot be read.');
};

/** Reads mailboxes of workspaces by IMAP, through the address policy. Nothing of a mailbox is changed. */
export function createMailboxes(addresses: Pick<AddressPolicy, 'addressesOf'>): MailboxClient {
  async function within<Result>(
    server: MailboxServer,
    folder: string,
    work: (client: ImapFlow, opened: { validity: string; next: number }) => Promise<Result>,
  ): Promise<Result> {
    const client = await openImap(server, addresses, 'Check the user and the password.').catch((error: unknown) => {
      throw toMailboxError(error);
    });
    try {
      const opened = await inTime(limits.mailMs, () => client.mailboxOpen(folder, { readOnly: true })).catch(() => {
        throw new MailboxError(`The mailbox has no folder “${folder}”, or it cannot be opened.`);
      });
      return await work(client, { validity: String(opened.uidValidity), next: opened.uidNext });
    } finally {
      client.close();
    }
  }

  return {
    findEnd: (server, folder) =>
      within(server, folder, async (_, { validity, next }) => ({ validity, uid: Math.max(0, next - 1) })),
    readSince: (server, folder, since, take) =>
      within(server, folder, async (client, { validity }) => {
        // A server that counts anew tells nothing of what was read: all of it is looked at, and what is known is a repetition.
        const last = validity === since.validity ? since.uid : 0;
        for (const uid of await uidsBehind(client, last)) {
          const source = { maxLength: limits.intakeMailBytes };
          const mail = await inTime(limits.mailMs, () => client.fetchOne(String(uid), { source }, { uid: true })).catch(
            () => {
              throw new MailboxError('The mailbox hung up in the middle.');
            },
          );
          const raw = mail && mail.source ? new Uint8Array(mail.source) : new Uint8Array();
          if (!(await take({ uid, raw }, validity))) return;
        }
      }),
  };
}

/** `n:*` names the last mail as well where there is none behind n. */
async function uidsBehind(client: ImapFlow, last: number): Promise<number[]> {
  const found = await inTime(limits.mailMs, () => client.search({ uid: `${last + 1}:*` }, { uid: true })).catch(() => {
    throw new MailboxError('The mailbox did not say what is new in it.');
  });
  const uids: number[] = found === false || found === undefined ? [] : found.filter((uid) => uid > last);
  return uids.toSorted((one, other) => one - other).slice(0, limits.intakeMailsPerTurn);
}
