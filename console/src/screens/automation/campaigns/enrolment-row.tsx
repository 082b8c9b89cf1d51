import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { Row } from '../../../parts/rows.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import classes from '../automation.module.css';
import { type EnrolmentFactsFragment, StopEnrolmentDocument } from '../generated/operations.ts';
import { LeadName } from '../lead-name.tsx';
import { campaignTriggers, enrolmentStatuses, stopReasonOf } from '../words.ts';

/** A lead in a campaign: since when, how far, and why it ended. */
export function EnrolmentRow({ enrolment }: { readonly enrolment: EnrolmentFactsFragment }) {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const [isAsking, asking] = useDisclosure();
  const stop = useMutate(StopEnrolmentDocument);
  const { id, leadId, lead, status, stopReason, trigger, createdAt, updatedAt } = enrolment;
  const name = lead?.name ?? lead?.email ?? leadId;
  const reason = stopReason === null ? null : stopReasonOf(stopReason);

  async function run() {
    const { error } = await stop({ id, leads: may('leads:read') });
    if (error) return tellFailed(t`Not taken out`, error);
    return tellDone(t`Taken out; what was queued is skipped`);
  }

  return (
    <Row className={classes['row']}>
      <div className="cut">
        <LeadName id={leadId} lead={lead} />
        <div className="muted">{i18n._(campaignTriggers[trigger])}</div>
      </div>
      <div>
        {i18n._(enrolmentStatuses[status])}
        {reason !== null && <>: {typeof reason === 'string' ? reason : i18n._(reason)}</>}
        <div className="muted">
          {status === 'ACTIVE' ? (
            <Trans>
              since <When at={createdAt} />
            </Trans>
          ) : (
            <When at={updatedAt} />
          )}
        </div>
      </div>
      {status === 'ACTIVE' && may('campaigns:write') && (
        <Button size="xs" variant="default" onClick={asking.open} aria-label={t`Take out ${name}`}>
          <Trans>Take out</Trans>
        </Button>
      )}
      <AskOnce
        isOpen={isAsking}
        title={t`Take “${name}” out?`}
        text={t`What is queued for it in this campaign is skipped, and it cannot be enrolled here again. It cannot be taken back.`}
        action={t`Take out`}
        onDone={() => void run()}
        onClose={asking.close}
      />
    </Row>
  );
}
