import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Row, Rows } from '../../../parts/rows.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { Section } from '../../../parts/section.tsx';
import { When } from '../../../parts/when.tsx';
import classes from '../automation.module.css';
import { DraftsDocument } from '../generated/operations.ts';
import { LeadName } from '../lead-name.tsx';
import { WhoWrote } from './who-wrote.tsx';

/** The mail of one campaign or of all that goes out only once somebody approves it. */
export function Drafts({ campaignId }: { readonly campaignId: string | null }) {
  const { t } = useLingui();
  const { may } = useSession();
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(DraftsDocument, {
    variables: (page) => ({ ...page, campaignId, leads: may('leads:read') }),
    select: ({ emails }) => emails,
    on: ['EMAIL_', 'CAMPAIGN_', 'LEAD_PURGED'],
  });
  // No event tells that a campaign was deleted, whose drafts go with it.
  usePolling(query.refresh, 60_000);
  return (
    <Section title={t`Drafts`} note={<Trans>They go out once somebody has read and approved them.</Trans>}>
      <Loaded query={query} lines={2}>
        {({ emails: { totalCount } }) =>
          nodes.length === 0 ? (
            <Empty title={t`No draft waits`}>
              <Trans>Mail that is drafted to a lead, or that a campaign wants to have approved, comes here.</Trans>
            </Empty>
          ) : (
            <>
              <p className="muted figures">
                <Plural value={totalCount} one="# draft waits" other="# drafts wait" />
              </p>
              <Rows aria-label={t`Drafts`}>
                {nodes.map((draft) => (
                  <Row key={draft.id} className={classes['row']}>
                    <div>
                      <ScreenLink path="automation" id={draft.id}>
                        {draft.subject}
                      </ScreenLink>
                      <div className="muted">
                        <WhoWrote {...draft} />
                      </div>
                    </div>
                    <div className="cut">
                      <LeadName id={draft.leadId} lead={draft.lead} />
                    </div>
                    <span className="muted">
                      <When at={draft.createdAt} />
                    </span>
                  </Row>
                ))}
              </Rows>
            </>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more drafts</Trans>
        </Button>
      )}
    </Section>
  );
}
