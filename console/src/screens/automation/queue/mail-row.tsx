import { Trans } from '@lingui/react/macro';
import { Row } from '../../../parts/rows.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import classes from '../automation.module.css';
import type { QueueQuery } from '../generated/operations.ts';
import { LeadName } from '../lead-name.tsx';

type Props = {
  readonly mail: QueueQuery['scheduledEmails']['nodes'][number];
  /** Its campaign needs no link. */
  readonly isOfOneCampaign: boolean;
};

/** A mail: which, to whom, and what became of it. */
export function MailRow({ mail, isOfOneCampaign }: Props) {
  const { leadId, lead, step, subject, state, dueAt, sentAt, updatedAt, campaignId } = mail;
  return (
    <Row className={classes['row']}>
      <div className="cut">
        {subject}{' '}
        <span className="muted">
          {isOfOneCampaign ? (
            <Trans>mail {step}</Trans>
          ) : (
            <ScreenLink path="automation" id={campaignId}>
              <Trans>mail {step} of its campaign</Trans>
            </ScreenLink>
          )}
        </span>
      </div>
      <div className="cut">
        <LeadName id={leadId} lead={lead} />
      </div>
      <span className="muted">
        {state === 'QUEUED' ? (
          <Trans>
            due <When at={dueAt} mayBeAhead />
          </Trans>
        ) : (
          <When at={sentAt ?? updatedAt} />
        )}
      </span>
    </Row>
  );
}
