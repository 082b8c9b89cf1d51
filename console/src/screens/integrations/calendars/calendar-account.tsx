import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import { CalendarsDocument, type CalendarProvider, DisconnectCalendarDocument } from '../generated/operations.ts';
import classes from '../integrations.module.css';
import { capabilities } from '../words.ts';
import { ConnectForm } from './connect-form.tsx';

const calendars = { CALENDLY: true, CAL_COM: true } as const satisfies Record<CalendarProvider, true>;

export const isCalendar = (capability: string): capability is CalendarProvider => Object.hasOwn(calendars, capability);

type Props = { readonly provider: CalendarProvider; readonly onChanged: () => void };

/** Which account is connected, what came of it last, and how to connect one. */
export function CalendarAccount({ provider, onChanged }: Props) {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const mayChange = may('workspace:write');
  const query = useLiveQuery(CalendarsDocument, { variables: { withAccounts: mayChange }, on: [] });
  const disconnect = useMutate(DisconnectCalendarDocument);
  const [isAsking, setAsking] = useState(false);
  const [warning, setWarning] = useState<string | null>(null);
  const calendar = query.data?.calendars.find((one) => one.provider === provider);
  if (!calendar) return null;
  const name = i18n._(capabilities[provider]);
  const { connected, accountName, accountEmail, lastReceivedAt, lastRefusal } = calendar;
  const account = accountName ?? accountEmail ?? null;
  const changed = () => {
    query.refresh();
    onChanged();
  };

  async function run() {
    const { data, error } = await disconnect({ provider });
    if (error) return tellFailed(t`Not disconnected`, error);
    tellDone(t`${name} is disconnected`);
    setWarning(data.disconnectCalendar.warning ?? null);
    return changed();
  }

  return (
    <>
      {connected && (
        <div className="muted">
          {account !== null && <Trans>The account of {account}.</Trans>}{' '}
          {lastReceivedAt ? (
            <Trans>
              Something came last <When at={lastReceivedAt} />.
            </Trans>
          ) : (
            <Trans>Nothing came yet.</Trans>
          )}
        </div>
      )}
      {lastRefusal != null && (
        <div className={classes['bad']}>
          <Trans>What came last was refused: {lastRefusal}</Trans>
        </div>
      )}
      {warning !== null && (
        <div role="status" className={classes['warn']}>
          {warning}
        </div>
      )}
      {mayChange && !connected && <ConnectForm provider={provider} name={name} onConnected={changed} />}
      {mayChange && connected && (
        <Group mt="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t`Disconnect ${name}`}
            onClick={() => setAsking(true)}
          >
            <Trans>Disconnect</Trans>
          </Button>
        </Group>
      )}
      <AskOnce
        isOpen={isAsking}
        title={t`Disconnect ${name}?`}
        text={t`Bookings make no more leads and touchpoints. Those that are there stay, and the token is forgotten.`}
        action={t`Disconnect`}
        onDone={() => void run()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
