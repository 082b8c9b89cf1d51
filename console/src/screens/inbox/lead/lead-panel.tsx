import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { temperatures } from '../../../parts/words.ts';
import { ConversationRowDocument, LeadBesideDocument } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import { Facts } from './facts.tsx';
import { Timeline } from './timeline.tsx';

type Props = { readonly conversationId: string; readonly onBack: () => void };

/** Who the visitor is, as far as they said, and what happened with them. */
export function LeadPanel({ conversationId, onBack }: Props) {
  const [{ data }] = useQuery({
    query: ConversationRowDocument,
    variables: { id: conversationId, leads: true },
    requestPolicy: 'cache-first',
  });
  const leadId = data?.conversation?.leadId ?? null;
  return (
    <div className={classes['lead']}>
      <Button className={classes['toggle'] ?? ''} variant="default" size="compact-sm" mb="sm" onClick={onBack}>
        <Trans>Back to the conversation</Trans>
      </Button>
      {leadId === null ? <NoLead isKnown={data?.conversation != null} /> : <Lead key={leadId} id={leadId} />}
    </div>
  );
}

function NoLead({ isKnown }: { readonly isKnown: boolean }) {
  const { t } = useLingui();
  if (!isKnown) return null;
  return (
    <Empty title={t`No lead yet`}>
      <Trans>Once the visitor gives an address or a number, the lead is made and stands here.</Trans>
    </Empty>
  );
}

function Lead({ id }: { readonly id: string }) {
  const { t, i18n } = useLingui();
  const query = useLiveQuery(LeadBesideDocument, {
    variables: { id },
    on: ['LEAD_', 'NOTE_', 'TOUCHPOINT_'],
    about: (event) => event.__typename === 'LeadEvent' && event.lead?.id === id,
  });
  return (
    <Loaded query={query} lines={8}>
      {({ lead }) =>
        lead === null ? (
          <Empty title={t`This lead was deleted`} />
        ) : (
          <>
            <Title order={2} mb="xs">
              <ScreenLink path="leads" id={lead.id}>
                {lead.name ?? lead.email ?? t`A lead`}
              </ScreenLink>
            </Title>
            <Group gap="xs" mb="md">
              {lead.stage && <Badge variant="light">{lead.stage.name}</Badge>}
              {lead.temperature && (
                <Badge variant="light" color="gray">
                  {i18n._(temperatures[lead.temperature])}
                  {lead.score !== null && ` · ${String(lead.score)}`}
                </Badge>
              )}
              {lead.tags.map((tag) => (
                <Badge key={tag} variant="outline" color="gray">
                  {tag}
                </Badge>
              ))}
            </Group>
            <Facts
              rows={[
                [t`E-mail`, lead.email],
                [t`Phone`, lead.phone],
                [t`Company`, lead.companyName],
                [t`Source`, lead.source],
                [t`Assigned to`, lead.assignedTo?.name ?? null],
              ]}
            />
            <Text component="h3" fw={600} mb="xs">
              <Trans>What they said they need</Trans>
            </Text>
            <Facts
              rows={[
                [t`Need`, lead.bant.need],
                [t`Budget`, lead.bant.budget],
                [t`Authority`, lead.bant.authority],
                [t`Timeline`, lead.bant.timeline],
              ]}
              isWhole
            />
            <Timeline lead={lead} />
          </>
        )
      }
    </Loaded>
  );
}
