import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import classes from './analytics.module.css';
import type { AnalyticsQuery } from './generated/operations.ts';

type Analytics = AnalyticsQuery['analytics'];

/** The figures that are one number each. */
export function Totals({ analytics }: { readonly analytics: Analytics }) {
  const { i18n } = useLingui();
  const { totalLeads, newLeads, conversionRate, conversions, stageMoves, averageConfidence, enrichedLeads } = analytics;
  const percent = (part: number) => i18n.number(part, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <dl className={classes['totals']}>
      <Total name={<Trans>Leads</Trans>}>{i18n.number(totalLeads)}</Total>
      <Total name={<Trans>New on these days</Trans>}>{i18n.number(newLeads)}</Total>
      <Total name={<Trans>Converted on these days</Trans>}>{i18n.number(conversions)}</Total>
      <Total name={<Trans>Stage moves on these days</Trans>}>{i18n.number(stageMoves)}</Total>
      {conversionRate !== null && <Total name={<Trans>Converted of all</Trans>}>{percent(conversionRate)}</Total>}
      {averageConfidence !== null && (
        <Total name={<Trans>Mean confidence</Trans>}>{i18n.number(Math.round(averageConfidence))}</Total>
      )}
      <Total name={<Trans>Enriched</Trans>}>{i18n.number(enrichedLeads)}</Total>
    </dl>
  );
}

const Total = ({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
