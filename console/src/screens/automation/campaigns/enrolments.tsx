import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { EnrolmentsDocument } from '../generated/operations.ts';
import { Section } from '../../../parts/section.tsx';
import { EnrolmentRow } from './enrolment-row.tsx';

/** Who was ever enrolled in a campaign, the newest first. */
export function Enrolments({ campaignId }: { readonly campaignId: string }) {
  const { t } = useLingui();
  const { may } = useSession();
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(EnrolmentsDocument, {
    variables: (page) => ({ ...page, id: campaignId, leads: may('leads:read') }),
    select: ({ node }) => (node?.kind === 'Campaign' ? node.enrolments : null),
    on: ['CAMPAIGN_'],
  });
  return (
    <Section title={t`Who is in it`}>
      <Loaded query={query}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={t`Nobody was enrolled yet`}>
              <Trans>Leads come here by what sets the campaign off, or when somebody enrols them.</Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Enrolments`}>
              {nodes.map((enrolment) => (
                <EnrolmentRow key={enrolment.id} enrolment={enrolment} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more leads</Trans>
        </Button>
      )}
    </Section>
  );
}
