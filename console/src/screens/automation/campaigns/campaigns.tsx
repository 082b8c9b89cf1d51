import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Row, Rows } from '../../../parts/rows.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import classes from '../automation.module.css';
import { Conditions } from '../conditions.tsx';
import { CampaignsDocument } from '../generated/operations.ts';
import { Section } from '../../../parts/section.tsx';
import { campaignTriggers } from '../words.ts';
import { CampaignForm } from './campaign-form.tsx';
import { EnrolledCount } from './enrolled-count.tsx';

const lookMs = 15_000;

/** Every campaign with what enrols leads and how many it has. */
export function Campaigns() {
  const { t, i18n } = useLingui();
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(CampaignsDocument, {
    variables: (page) => page,
    select: ({ campaigns }) => campaigns,
    on: [],
  });
  // Events tell of enrolments, none of campaigns.
  usePolling(query.refresh, lookMs);
  const { open } = useAddress();
  const { may, viewer } = useSession();
  const [isMaking, making] = useDisclosure();
  // A campaign is for the whole workspace, and so is whoever makes it; it names stages.
  const mayMake = may('campaigns:write', 'leads:read') && viewer.business === null;
  useCommands(mayMake ? [{ name: t`Make a campaign`, run: making.open }] : []);
  return (
    <Section
      title={t`Campaigns`}
      actions={
        mayMake && (
          <Button size="xs" onClick={making.open}>
            <Trans>New campaign</Trans>
          </Button>
        )
      }
    >
      <CampaignForm isOpen={isMaking} onClose={making.close} onSaved={open} />
      <Loaded query={query}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={t`No campaign yet`}>
              <Trans>A campaign queues up to eight mails for each lead that is enrolled.</Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Campaigns`}>
              {nodes.map(({ id, name, trigger, conditions, enabled, steps }) => (
                <Row key={id} className={classes['row']}>
                  <div>
                    <ScreenLink path="automation" id={id}>
                      {name}
                    </ScreenLink>
                    <div className="muted">
                      {i18n._(campaignTriggers[trigger])}
                      <Conditions conditions={conditions} />
                    </div>
                  </div>
                  <div>
                    <EnrolledCount campaignId={id} />
                    <div className="muted">
                      <Plural value={steps.length} one="# mail each" other="# mails each" />
                    </div>
                  </div>
                  <span className={enabled ? 'muted' : classes['warn']}>
                    {enabled ? <Trans>On</Trans> : <Trans>Paused</Trans>}
                  </span>
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more campaigns</Trans>
        </Button>
      )}
    </Section>
  );
}
