import { Trans, useLingui } from '@lingui/react/macro';
import { When } from '../../../parts/when.tsx';
import type { MailFactsFragment } from '../generated/operations.ts';
import { mailStates } from '../words.ts';

/** How far a mail has come, as a sentence where there is more to say than a word. */
export function HowFar({ mail: { status, dueAt, sentAt, error } }: { readonly mail: MailFactsFragment }) {
  const { i18n } = useLingui();
  if (status === 'DRAFT') return <Trans>It waits for somebody to approve it: it goes to nobody before.</Trans>;
  if (status === 'DISCARDED') return <Trans>It was discarded: it goes to nobody.</Trans>;
  if (status === 'QUEUED')
    return (
      <Trans>
        It is due <When at={dueAt} mayBeAhead />.
      </Trans>
    );
  return (
    <>
      {i18n._(mailStates[status])} {sentAt !== null && <When at={sentAt} />}
      {error !== null && <>: {error}</>}
    </>
  );
}
