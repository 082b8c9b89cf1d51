import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import { EnrichDocument } from '../generated/operations.ts';
import { enrichmentStatuses } from '../words.ts';
import { Editable } from './editable.tsx';
import type { ProfileLead } from './profile.tsx';
import classes from './profile.module.css';
import { Section } from './section.tsx';

/** What was looked up about the company and the person, and looking it up. */
export function Enrichment({ lead }: { readonly lead: ProfileLead }) {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const enrich = useMutate(EnrichDocument);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { enrichmentStatus, enrichedAt, enrichmentError } = lead;

  async function run(): Promise<void> {
    setBusy(true);
    const { data, error } = await enrich({ id: lead.id, force: enrichmentStatus !== null });
    setBusy(false);
    if (error) return tellFailed(t`Not enriched`, error);
    const { enrichedFields, derivedFrom, status } = data.enrichLead;
    const found = enrichedFields.join(', ');
    setSaid(
      found === ''
        ? t`Nothing new was found.`
        : derivedFrom === null
          ? t`Found: ${found}.`
          : t`Found: ${found}, derived from ${derivedFrom}.`,
    );
    if (status === 'COMPLETE') tellDone(t`Lead enriched`);
  }
  return (
    <Section
      title={t`Enrichment`}
      action={
        may('leads:write') &&
        lead.deletedAt === null && (
          <Button size="xs" variant="default" loading={isBusy} onClick={() => void run()}>
            {enrichmentStatus === null ? <Trans>Enrich</Trans> : <Trans>Enrich again</Trans>}
          </Button>
        )
      }
    >
      <p className={classes['line']} role="status">
        {enrichmentStatus === null ? (
          <span className="muted">
            <Trans>Nothing was looked up yet.</Trans>
          </span>
        ) : (
          <>
            {i18n._(enrichmentStatuses[enrichmentStatus])} {enrichedAt !== null && <When at={enrichedAt} />}
          </>
        )}{' '}
        {said}
        {enrichmentError !== null && <span className={classes['bad']}> {enrichmentError}</span>}
      </p>
      <div className={classes['facts']}>
        <Editable label={t`Company`} value={lead.companyName} />
        <Editable label={t`Kind`} value={lead.businessType} />
        <Editable label={t`Size`} value={lead.companySize} />
        <Editable label={t`Revenue`} value={lead.companyRevenue} />
        <Editable label={t`Seniority`} value={lead.seniority} />
        <Editable label={t`LinkedIn`} value={lead.linkedinUrl} />
      </div>
      {lead.confidenceScore !== null && (
        <p className={classes['line']}>
          <Trans>Confidence {lead.confidenceScore} of 100</Trans>{' '}
          {lead.scoredAt !== null && (
            <span className="muted">
              <When at={lead.scoredAt} />
            </span>
          )}
        </p>
      )}
    </Section>
  );
}
