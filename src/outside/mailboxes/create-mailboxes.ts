import type { ImapFlow } from 'imapflow';
import { type MailboxClient, MailboxError, type MailboxServer } from '../../domain/sync-sources/mailbox-client.ts';
import { inTime } from '../../in-time.ts';
import { limits } from '../../limits.ts';
import { type AddressPolicy, RefusedAddressError } from '../../webhooks/post/safe-address.ts';
import { type MailboxTurn, openImap, readBehind } from '../returned/imap-connection.ts';

const toMailboxError = (error: unknown): MailboxError => {
  if (error instanceof MailboxError) return error;
  if (error instanceof RefusedAddressError)
    return new MailboxError('The mailbox is at an address that is not allowed.');
  return new MailboxError(error instanceof Error ? error.message : 'The mailbox cannot be read.');
};

const ask: MailboxTurn['ask'] = (put, sentence) =>
  inTime(limits.mailMs, put).catch(() => {
    throw new MailboxError(sentence);
  });

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
      const open = () => client.mailboxOpen(folder, { readOnly: true });
      const opened = await ask(open, `The mailbox has no folder “${folder}”, or it cannot be opened.`);
      return await work(client, { validity: String(opened.uidValidity), next: opened.uidNext });
    } finally {
      client.close();
    }
  }

  return {
    findEnd: (server, folder) =>
      within(server, folder, async (_, { validity, next }) => ({ validity, uid: Math.max(0, next - 1) })),
    readSince: (server, folder, since, isStopping, take) =>
      within(server, folder, async (client, { validity }) => {
        // A server that counts anew tells nothing of what was read: all of it is looked at, and what is known is a repetition.
        const last = validity === since.validity ? since.uid : 0;
        const turn = { most: limits.intakeMailsPerTurn, mostBytes: limits.intakeMailBytes, isStopping, ask };
        for await (const { uid, raw } of readBehind(client, last, turn))
          if (!(await take({ uid, raw: raw ?? new Uint8Array() }, validity))) return;
      }),
  };
}
