import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { toProblem } from '../../../data/problem.ts';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { DraftingDocument } from '../generated/operations.ts';
import type { ProfileLead } from './profile.tsx';

const missing = {
  MODEL: msg`No language model is set up on this server.`,
  MAIL: msg`No mail server is set up on this server.`,
};
const ungranted = {
  MODEL: msg`This workspace may not use the language model of this server.`,
  MAIL: msg`This workspace may not send mail from this server.`,
};

const needed = ['MODEL', 'MAIL'] as const;

/** Why no mail to a lead can be drafted; null where one can, undefined until that is known. */
export function useWhyNoDraft(
  lead: Pick<ProfileLead, 'deletedAt' | 'email' | 'unsubscribedAt' | 'emailBouncedAt'>,
): string | null | undefined {
  const { t, i18n } = useLingui();
  const { data, error } = useLiveQuery(DraftingDocument, { variables: {}, on: [] });
  if (lead.deletedAt !== null) return t`This lead was deleted.`;
  if (lead.email === null) return t`It has no e-mail address.`;
  if (lead.unsubscribedAt !== null) return t`It asked for no more mail.`;
  if (lead.emailBouncedAt !== null) return t`Mail to it came back.`;
  if (!data) return error ? toProblem(error).message : undefined;
  for (const capability of needed) {
    const state = data.integrations.find((one) => one.capability === capability)?.state;
    if (state === 'NOT_GRANTED') return i18n._(ungranted[capability]);
    if (state !== 'CONNECTED' && state !== 'FAILING') return i18n._(missing[capability]);
  }
  return null;
}
