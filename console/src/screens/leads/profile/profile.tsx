import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { LeadProfileDocument, type LeadProfileQuery } from '../generated/operations.ts';
import { nameOf } from '../name-of.ts';
import type { Choices } from '../use-choices.ts';
import { AddEntry } from './add-entry.tsx';
import { Bant } from './bant.tsx';
import { Drafts } from './drafts.tsx';
import { Enrichment } from './enrichment.tsx';
import { Facts } from './facts.tsx';
import { Meetings } from './meetings.tsx';
import { ProfileHead } from './profile-head.tsx';
import classes from './profile.module.css';
import { Raw } from './raw.tsx';
import { SectionLevel } from './section.tsx';
import { Timeline } from './timeline.tsx';

export type ProfileLead = NonNullable<LeadProfileQuery['lead']>;

type Props = {
  readonly id: string;
  readonly choices: Choices;
  /** Nothing else of the screen is beside it. */
  readonly isAlone: boolean;
};

/** All that is known of a lead: what it is, and what happened. */
export function Profile({ id, choices, isAlone }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const pane = useRef<HTMLElement>(null);
  const query = useLiveQuery(LeadProfileDocument, {
    variables: {
      id,
      tasks: may('tasks:read'),
      conversations: may('conversations:read'),
      mail: may('campaigns:read', 'automation:read'),
    },
    on: ['LEAD_', 'NOTE_', 'TOUCHPOINT_', 'TASK_', 'CONVERSATION_', 'EMAIL_', 'CAMPAIGN_', 'MEETING_'],
    about: (event) =>
      ('lead' in event && event.lead?.id === id) ||
      ('task' in event && event.task?.leadId === id) ||
      ('email' in event && event.email?.leadId === id) ||
      ('conversation' in event && event.conversation?.leadId === id),
  });
  const name = query.data?.lead ? nameOf(query.data.lead) : null;
  useEffect(() => {
    if (name !== null) document.title = `${name} · Tributary`;
  }, [name]);
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={pane} className={classes['pane']} data-alone={isAlone} tabIndex={-1} aria-label={name ?? t`Lead`}>
      {!query.data?.lead && <NoHead isAlone={isAlone} />}
      <Loaded query={query} lines={10}>
        {({ lead }) =>
          lead ? (
            <SectionLevel value={isAlone ? 2 : 3}>
              <ProfileHead lead={lead} choices={choices} isAlone={isAlone} />
              <Drafts lead={lead} onChanged={query.refresh} />
              <Facts lead={lead} />
              <Bant lead={lead} />
              <Meetings lead={lead} />
              <AddEntry leadId={id} onAdded={query.refresh} />
              <Timeline lead={lead} />
              <Enrichment lead={lead} />
              <Raw lead={lead} />
            </SectionLevel>
          ) : (
            <Empty title={t`There is no such lead`}>
              <Trans>It was deleted, or you may not see it.</Trans>
            </Empty>
          )
        }
      </Loaded>
    </section>
  );
}

/** In the place of the lead's name as long as there is none: what it will be, and the way back. */
function NoHead({ isAlone }: Pick<Props, 'isAlone'>) {
  const { open } = useAddress();
  return (
    <Group justify="space-between" mb="md">
      <Title order={isAlone ? 1 : 2}>
        <Trans>Lead</Trans>
      </Title>
      <Button size="xs" variant="default" onClick={() => open(null)}>
        <Trans>Back to the list</Trans>
      </Button>
    </Group>
  );
}
