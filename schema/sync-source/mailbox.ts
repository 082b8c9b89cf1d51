import type { SyncMailbox, SyncSource } from '../../src/db/generated/prisma/client.ts';
import { connectMailbox, disconnectMailbox } from '../../src/domain/sync-sources/connect-mailbox.ts';
import { builder } from '../builder/builder.ts';
import { fresh } from '../builder/fresh.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { SyncSourceRef } from './type.ts';

const SyncMailboxRef = builder.objectRef<SyncMailbox>('SyncMailbox').implement({
  description: 'The mailbox that a source is read from: who writes to it becomes a lead. Its mails stay as they are.',
  extensions: fresh('operational'),
  fields: (t) => ({
    host: t.exposeString('host', { description: 'Its server.' }),
    port: t.exposeInt('port', { description: 'The port of its server.' }),
    isSecure: t.exposeBoolean('isSecure', {
      description:
        'Whether it speaks TLS from the first byte; else it is asked to change to it before the password is told.',
    }),
    user: t.exposeString('user', { description: 'Who logs in.' }),
    folder: t.exposeString('folder', { description: 'The folder that is read; a label of Gmail is one.' }),
    lastReadAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last looked into; null where it was not yet.',
      resolve: ({ lastReadAt }) => lastReadAt,
    }),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'Why the last look ended early, and what to do; null where it did not.',
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was connected: mails from before are not read.',
      resolve: ({ createdAt }) => createdAt,
    }),
  }),
});

builder.objectField(SyncSourceRef, 'mailbox', (t) =>
  t.field({
    type: SyncMailboxRef,
    nullable: true,
    description: 'The mailbox that it is read from; null where none is connected. Needs `pipeline:write`.',
    authScopes: { scope: 'pipeline:write' },
    extensions: fresh('operational'),
    resolve: ({ id }, _, { loaders }) => loaders.mailboxOfSource.load(id),
  }),
);

const ConnectMailboxInput = builder.inputType('ConnectMailboxInput', {
  description: 'A mailbox, by IMAP.',
  fields: (t) => ({
    host: t.string({ required: true, description: 'Its server, such as imap.gmail.com.' }),
    port: t.int({ description: '993 by default, 143 where it does not speak TLS from the first byte.' }),
    isSecure: t.boolean({
      description: 'Whether it speaks TLS from the first byte; true by default. Else it is asked to change to it.',
    }),
    user: t.string({ required: true, description: 'Who logs in: at Gmail the whole address.' }),
    password: t.string({
      required: true,
      description: 'Its password; at Gmail one for apps. It is kept encrypted, and answered nowhere.',
    }),
    folder: t.string({ description: 'The folder to read, or the label of Gmail; INBOX by default.' }),
  }),
});

const payload = (name: string, description: string) =>
  builder.objectRef<{ syncSource: SyncSource }>(name).implement({
    description,
    fields: (t) => ({
      syncSource: t.field({
        type: SyncSourceRef,
        description: 'The sync source.',
        resolve: ({ syncSource }) => syncSource,
      }),
    }),
  });

const id = { required: true, description: 'The sync source’s id.' } as const;
const needs = 'Needs `pipeline:write`, and a key that is locked to no business.';

builder.mutationFields((t) => ({
  connectMailbox: t.field({
    type: payload('ConnectMailboxPayload', 'The sync source whose mailbox was connected.'),
    description: `Has a source of the type GMAIL read from a mailbox, from now on: who writes to it becomes a lead in the source’s stage. The password is tried first: CONFLICT with the reason \`provider_failed\` where the mailbox cannot be read. Another mailbox takes the place of the one before. ${needs}`,
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: ConnectMailboxInput, required: true, description: 'The mailbox.' }),
    },
    resolve: async (_, { id: given, input }, context) => ({
      syncSource: await connectMailbox(context, rowIdOf('SyncSource', given), input),
    }),
  }),
  disconnectMailbox: t.field({
    type: payload('DisconnectMailboxPayload', 'The sync source whose mailbox was disconnected.'),
    description: `Forgets the mailbox of a source, and its password; where none is connected, nothing changes. ${needs}`,
    args: { id: t.arg.id(id) },
    resolve: async (_, { id: given }, context) => ({
      syncSource: await disconnectMailbox(context, rowIdOf('SyncSource', given)),
    }),
  }),
}));
