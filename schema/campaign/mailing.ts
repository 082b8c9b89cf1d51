import { findMailing, type Mailing } from '../../src/domain/emails/require-mail.ts';
import { builder } from '../builder/builder.ts';
import type { GraphContext } from '../builder/context.ts';
import { fresh } from '../builder/fresh.ts';
import { EnrolmentRef } from '../builder/refs.ts';

const MailingEnum = builder.enumType('Mailing', {
  description: 'What becomes of mail that is due, as this server and this workspace are set up.',
  values: {
    LEAVES: { description: 'It leaves by the mail server.' },
    KEPT: { description: 'It becomes a file on the server, and reaches nobody: no mail server is set up.' },
    HELD: {
      description:
        'It stays in the queue: the workspace may not mail until staff grants it, or the server has no public https address (`PUBLIC_URL`), to which the mail must lead back for who wants no more of it.',
    },
  } satisfies Record<Mailing, object>,
});

/** Found out once for an answer, however many enrolments are in it. */
const found = new WeakMap<object, Promise<Mailing>>();

function mailingFor(context: GraphContext): Promise<Mailing> {
  const known = found.get(context.loaders);
  if (known) return known;
  const asked = findMailing(context);
  found.set(context.loaders, asked);
  return asked;
}

builder.objectField(EnrolmentRef, 'mailing', (t) =>
  t.field({
    type: MailingEnum,
    description: 'What becomes of its mail that is due, as things are now.',
    extensions: fresh('configuration'),
    resolve: (_, __, context) => mailingFor(context),
  }),
);
