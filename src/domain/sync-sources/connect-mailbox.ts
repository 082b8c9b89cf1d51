import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { SyncSource } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput, text } from '../input.ts';
import { isMailbox } from './is-signed.ts';
import { lockSource } from './lock-source.ts';
import { MailboxError } from './mailbox-client.ts';
import { mailboxSecretContext } from './source-secrets.ts';

const oneLine = /^[^\p{Cc}]+$/u;

const connectMailboxInput = z.strictObject({
  host: text(253).regex(/^[A-Za-z0-9.:_-]+$/, 'must be the name or address of a server'),
  port: z.int().min(1, 'must be 1 to 65535').max(65_535, 'must be 1 to 65535').nullish(),
  isSecure: z.boolean().nullish(),
  user: text(320).regex(oneLine, 'must be one line'),
  password: text(1000).regex(oneLine, 'must be one line'),
  /** A label of Gmail is a folder to IMAP. */
  folder: text(500).regex(oneLine, 'must be one line').nullish(),
});

/**
 * Has a source read from a mailbox from now on: who writes to it becomes a lead. The password is tried first, and kept sealed; another mailbox
 * takes the place of the one before.
 * @throws CONFLICT where the source is of another kind, and with the reason `provider_failed` where the mailbox cannot be read
 */
export async function connectMailbox(
  context: DomainContext,
  sourceId: string,
  input: z.input<typeof connectMailboxInput>,
): Promise<SyncSource> {
  const { actor, db, services, write } = context;
  requireScope(actor, 'pipeline:write');
  const { host, port, user, password, ...given } = parseInput(connectMailboxInput, input);
  const isSecure = given.isSecure ?? true;
  const server = { host, port: port ?? (isSecure ? 993 : 143), isSecure, user, password };
  const folder = given.folder ?? 'INBOX';
  requireMailbox(await db.syncSource.findFirst({ where: { id: sourceId } }));
  const end = await services.mailboxes.findEnd(server, folder).catch((error: unknown) => {
    if (error instanceof MailboxError) throw conflict(error.message, { reason: 'provider_failed' });
    throw error;
  });
  return write(async (tx) => {
    const source = requireMailbox(await lockSource(tx, sourceId));
    await tx.syncMailbox.deleteMany({ where: { id: sourceId } });
    const now = await tx.sharedNow();
    await tx.syncMailbox.create({
      data: {
        id: sourceId,
        host: server.host,
        port: server.port,
        isSecure,
        user,
        folder,
        secret: services.secretBox.seal(password, mailboxSecretContext(actor.orgId, sourceId)),
        validity: end.validity,
        lastUid: BigInt(end.uid),
        nextReadAt: now,
        createdAt: now,
      },
    });
    tx.audit('sync_source.mailbox_connected', { id: sourceId, businessId: null });
    return source;
  });
}

/** Forgets the mailbox of a source and its password; where none is connected, nothing changes. @throws NOT_FOUND */
export async function disconnectMailbox(context: DomainContext, sourceId: string): Promise<SyncSource> {
  requireScope(context.actor, 'pipeline:write');
  return context.write(async (tx) => {
    const source = await lockSource(tx, sourceId);
    const { count } = await tx.syncMailbox.deleteMany({ where: { id: sourceId } });
    if (count > 0) tx.audit('sync_source.mailbox_disconnected', { id: sourceId, businessId: null });
    return source;
  });
}

function requireMailbox(source: SyncSource | null): SyncSource {
  if (!source) throw notFound('sync source');
  if (!isMailbox(source)) throw conflict('Only a source of the type GMAIL is read from a mailbox.');
  return source;
}
