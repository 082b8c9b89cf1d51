import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Code } from '../../../parts/code.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Id } from '../../../parts/id.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { NotDone } from '../../../parts/not-done.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import classes from '../automation.module.css';
import { type MailFactsFragment, OneMailDocument } from '../generated/operations.ts';
import { LeadName } from '../lead-name.tsx';
import { NotThere } from '../not-there.tsx';
import { DraftForm } from './draft-form.tsx';
import { HowFar } from './how-far.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { WhoWrote } from './who-wrote.tsx';

const lookMs = 15_000;
const draftMs = 60_000;

/** A mail: to whom, what it says, and what became of it. As long as it is a draft it is approved or discarded here. */
export function OneMail({ id }: { readonly id: string }) {
  const { may } = useSession();
  const query = useLiveQuery(OneMailDocument, {
    variables: { id, leads: may('leads:read') },
    on: ['EMAIL_', 'CAMPAIGN_', 'LEAD_PURGED'],
  });
  const status = query.data?.node?.kind === 'Email' ? query.data.node.status : null;
  // No event tells of what is kept, fails or comes back, nor of a draft that went with its campaign.
  usePolling(query.refresh, status === 'DISCARDED' ? null : status === 'DRAFT' ? draftMs : lookMs);
  return (
    <Loaded query={query}>
      {({ node }) =>
        node?.kind === 'Email' ? <Parts key={node.id} mail={node} onChanged={query.refresh} /> : <NotThere />
      }
    </Loaded>
  );
}

type Props = { readonly mail: MailFactsFragment; readonly onChanged: () => void };

function Parts({ mail, onChanged }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const draft = useDraft(mail, onChanged);
  const { leadId, lead, to, status, subject, bodyText, campaign, createdAt } = mail;
  const isDraft = status === 'DRAFT';
  return (
    <>
      <ScreenHeader title={isDraft ? t`A draft` : t`A mail`} />
      <p className={classes['note']}>
        <Trans>
          To <LeadName id={leadId} lead={lead} />
        </Trans>
        {to !== null && <span className="muted"> {to}</span>}
        {' · '}
        <WhoWrote {...mail} />
        {' · '}
        <When at={createdAt} />
      </p>
      <p className={classes['note']}>
        <HowFar mail={mail} />
      </p>
      <WhyNot draft={draft} />
      {isDraft && may('campaigns:write') ? (
        <DraftForm draft={draft} />
      ) : (
        <div className={classes['mail']}>
          <h2>{subject}</h2>
          <Code text={bodyText} label={t`Its text`} />
        </div>
      )}
      <Instead draft={draft} />
      <p className="muted">
        <Id id={mail.id} />
        {campaign && (
          <>
            {' · '}
            <ScreenLink path="automation" id={campaign.id}>
              <Trans>Its campaign</Trans>
            </ScreenLink>
          </>
        )}
      </p>
    </>
  );
}

function WhyNot({ draft: { notDone } }: { readonly draft: Draft }) {
  const { t } = useLingui();
  if (notDone === null) return null;
  const { what, error, isUnknown } = notDone;
  const titles = {
    approve: isUnknown ? t`It is not known whether it was approved` : t`Not approved`,
    discard: isUnknown ? t`It is not known whether it was discarded` : t`Not discarded`,
  };
  return <NotDone title={titles[what]} error={error} />;
}

/** What somebody wrote here of a mail that was approved with other words, or discarded. */
function Instead({ draft: { instead, mayHaveGone } }: { readonly draft: Draft }) {
  const { t } = useLingui();
  if (instead === null) return null;
  return (
    <div className={classes['mail']}>
      <Empty title={t`What you wrote instead`}>
        {mayHaveGone ? (
          <Trans>It is kept as long as this page is open.</Trans>
        ) : (
          <Trans>Nothing of it went out. It is kept as long as this page is open.</Trans>
        )}
      </Empty>
      <Code text={`${instead.subject}\n\n${instead.body}`} label={t`Your text`} />
    </div>
  );
}
