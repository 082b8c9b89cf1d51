import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { QueueDocument, type ScheduledEmailState } from '../generated/operations.ts';
import { Section } from '../../../parts/section.tsx';
import { isMailState, mailStates } from '../words.ts';
import { MailRow } from './mail-row.tsx';

/** Drafts stand by themselves. */
const states: readonly ScheduledEmailState[] = [
  'QUEUED',
  'SKIPPED',
  'SENT',
  'KEPT',
  'UNCERTAIN',
  'BOUNCED',
  'FAILED',
  'DISCARDED',
];

/** The mail of one campaign or of all, in one state. */
export function Queue({ campaignId }: { readonly campaignId: string | null }) {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const { search, filter } = useAddress();
  const asked = search['mail'];
  const state = isMailState(asked) && states.includes(asked) ? asked : 'QUEUED';
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(QueueDocument, {
    variables: (page) => ({ ...page, campaignId, state, leads: may('leads:read') }),
    select: ({ scheduledEmails }) => scheduledEmails,
    on: ['CAMPAIGN_', 'EMAIL_'],
  });
  return (
    <Section
      title={t`Mail`}
      note={
        <Trans>
          What comes due goes out by the mail server, or is kept in a file where none is set up; Integrations says
          which. What is queued is skipped when its lead leaves the campaign.
        </Trans>
      }
    >
      <NativeSelect
        mb="sm"
        w={220}
        aria-label={t`Mail that is`}
        data={states.map((value) => ({ value, label: i18n._(mailStates[value]) }))}
        value={state}
        onChange={({ currentTarget: { value } }) => filter({ mail: value === 'QUEUED' ? '' : value })}
      />
      <Loaded query={query}>
        {({ scheduledEmails: { totalCount } }) =>
          nodes.length === 0 ? (
            <Empty title={t`No mail in this state`}>
              {state === 'QUEUED' && <Trans>The mails of a campaign come here when a lead is enrolled.</Trans>}
            </Empty>
          ) : (
            <>
              <p className="muted figures">
                <Plural value={totalCount} one="# mail" other="# mails" />
              </p>
              <Rows aria-label={t`Mail`}>
                {nodes.map((mail) => (
                  <MailRow key={mail.id} mail={mail} isOfOneCampaign={campaignId !== null} />
                ))}
              </Rows>
            </>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more mail</Trans>
        </Button>
      )}
    </Section>
  );
}
