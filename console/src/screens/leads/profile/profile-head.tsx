import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, CloseButton, Group, NativeSelect, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Id } from '../../../parts/id.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import { HandOffDocument, RestoreLeadDocument } from '../generated/operations.ts';
import { nameOf } from '../name-of.ts';
import type { Choices } from '../use-choices.ts';
import { isWordOf, statuses, tiers } from '../words.ts';
import classes from './profile.module.css';
import type { ProfileLead } from './profile.tsx';
import { useChange } from './use-change.ts';

type Props = { readonly lead: ProfileLead; readonly choices: Choices; readonly isAlone: boolean };

/** Who it is, how far it is, whose it is, and what can be done with it. */
export function ProfileHead({ lead, choices, isAlone }: Props) {
  const { t, i18n } = useLingui();
  const { open } = useAddress();
  const { may } = useSession();
  const change = useChange(lead.id);
  const restore = useMutate(RestoreLeadDocument);
  const [isHandingOff, handingOff] = useDisclosure();
  const isDeleted = lead.deletedAt !== null;
  const mayWrite = may('leads:write') && !isDeleted;
  const { stage, status, tier, assignedTo } = lead;

  const bringBack = async () => {
    const { error } = await restore({ id: lead.id });
    if (error) tellFailed(t`Not restored`, error);
    else tellDone(t`Lead restored`);
  };
  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div className={classes['who']}>
          <Title order={isAlone ? 1 : 2} className="cut">
            {nameOf(lead)}
          </Title>
          <Id id={lead.id} />
        </div>
        {isAlone ? (
          <Button size="xs" variant="default" onClick={() => open(null)}>
            <Trans>Back to the list</Trans>
          </Button>
        ) : (
          <CloseButton aria-label={t`Close the lead`} onClick={() => open(null)} />
        )}
      </Group>
      {isDeleted && (
        <Alert color="yellow" variant="light" mt="sm" title={t`This lead was deleted`}>
          {may('leads:write') && (
            <Button size="xs" variant="default" onClick={() => void bringBack()}>
              <Trans>Restore</Trans>
            </Button>
          )}
        </Alert>
      )}
      {lead.unsubscribedAt !== null && (
        <p className="muted">
          <Trans>Asked for no more mail</Trans> <When at={lead.unsubscribedAt} />
        </p>
      )}
      {lead.emailBouncedAt !== null && (
        <p className="muted">
          <Trans>Mail to it came back</Trans> <When at={lead.emailBouncedAt} />
        </p>
      )}
      <div className={classes['states']}>
        <NativeSelect
          size="xs"
          label={t`Stage`}
          disabled={!mayWrite}
          value={stage?.key ?? ''}
          onChange={(event) =>
            void change({ stage: event.currentTarget.value }, stage === null ? null : { stage: stage.key, status })
          }
          data={[
            ...(stage === null ? [{ value: '', label: '–' }] : []),
            ...choices.stages.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
        <NativeSelect
          size="xs"
          label={t`Status`}
          disabled={!mayWrite}
          value={status}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isWordOf(statuses, value)) void change({ status: value }, { status });
          }}
          data={Object.entries(statuses).map(([value, name]) => ({ value, label: i18n._(name) }))}
        />
        <NativeSelect
          size="xs"
          label={t`Tier`}
          disabled={!mayWrite}
          value={tier ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void change({ tier: isWordOf(tiers, value) ? value : null }, { tier });
          }}
          data={[
            { value: '', label: '–' },
            ...Object.entries(tiers).map(([value, name]) => ({ value, label: i18n._(name) })),
          ]}
        />
        <NativeSelect
          size="xs"
          label={t`Owner`}
          disabled={!mayWrite || choices.members.length === 0}
          value={assignedTo?.id ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void change({ assignedToId: value === '' ? null : value }, { assignedToId: assignedTo?.id ?? null });
          }}
          data={[
            { value: '', label: t`Nobody` },
            ...(assignedTo && !choices.members.some(({ id }) => id === assignedTo.id) ? [assignedTo] : []).map(
              toOption,
            ),
            ...choices.members.map(toOption),
          ]}
        />
      </div>
      <Group gap="sm" mt="md">
        {lead.conversation && (
          <ScreenLink path="inbox" id={lead.conversation.id}>
            <Trans>Open the conversation</Trans>
          </ScreenLink>
        )}
        {may('events:read') && (
          <ScreenLink path="events" search={{ lead: lead.id }}>
            <Trans>Its events</Trans>
          </ScreenLink>
        )}
        {may('webhooks:read') && (
          <ScreenLink path="webhooks" search={{ lead: lead.id }}>
            <Trans>Its deliveries</Trans>
          </ScreenLink>
        )}
        {lead.handedOffAt === null
          ? may('leads:handoff') &&
            !isDeleted && (
              <Button size="xs" variant="default" onClick={handingOff.open}>
                <Trans>Hand off</Trans>
              </Button>
            )
          : lead.handoffDestination !== null && (
              <span className="muted">
                <Trans>Handed off to {lead.handoffDestination}</Trans> <When at={lead.handedOffAt} />
              </span>
            )}
      </Group>
      <Dialog isOpen={isHandingOff} onClose={handingOff.close} title={t`Hand off`}>
        <HandOff id={lead.id} onDone={handingOff.close} />
      </Dialog>
    </>
  );
}

const toOption = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name });

function HandOff({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useLingui();
  const handOff = useMutate(HandOffDocument);
  const [destination, setDestination] = useState('');
  const submit = async () => {
    const { error } = await handOff({ id, destination: destination.trim() });
    if (error) return tellFailed(t`Not handed off`, error);
    tellDone(t`Lead handed off`);
    return onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (destination.trim() !== '') void submit();
      }}
    >
      <TextInput
        label={t`To which system`}
        description={t`It is told by the event “lead handed off”. A lead is handed off once.`}
        maxLength={200}
        data-autofocus
        value={destination}
        onChange={(event) => setDestination(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" disabled={destination.trim() === ''}>
          <Trans>Hand off</Trans>
        </Button>
      </Group>
    </form>
  );
}
