import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { ReplayDocument } from '../generated/operations.ts';
import type { Started } from './replaying.tsx';
import { NotDone } from '../../../parts/not-done.tsx';

type Props = {
  readonly endpointId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReplay: (started: Started) => void;
};

export function ReplayDialog(props: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t`Replay events`}>
      {props.isOpen && <Choice {...props} />}
    </Dialog>
  );
}

const oldest = 'evt_0000000000000000';
const hourMs = 3_600_000;

/** What an input of a local time holds. */
function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function Choice({ endpointId, onClose, onReplay }: Props) {
  const { t } = useLingui();
  const [from, setFrom] = useState('time');
  const [time, setTime] = useState(() => localTime(new Date(Date.now() - hourMs)));
  const [eventId, setEventId] = useState('');
  const [error, setError] = useState<CombinedError | null>(null);
  const [isRunning, setRunning] = useState(false);
  const replay = useMutate(ReplayDocument);

  async function run() {
    setRunning(true);
    let [made, skipped] = [0, 0];
    let place: { after: string | null; since: string | null } =
      from === 'time'
        ? { after: null, since: new Date(time).toISOString() }
        : { after: from === 'event' ? eventId.trim() : oldest, since: null };
    for (;;) {
      const { data, error: failed } = await replay({ endpointId, ...place });
      if (failed) {
        setRunning(false);
        return setError(failed);
      }
      const { replayed, skipped: left, cursor, hasMore } = data.replayEvents;
      made += replayed;
      skipped += left;
      if (!hasMore || cursor === null) break;
      place = { after: cursor, since: null };
    }
    onReplay({ made, skipped });
    return onClose();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Stack gap="md">
        <NotDone title={t`Not replayed`} error={error} />
        <p>
          <Trans>
            Events are posted once more, oldest first, under the ids they have: a receiver that keeps ids takes none
            twice.
          </Trans>
        </p>
        <Radio.Group label={t`Which`} value={from} onChange={setFrom}>
          <Stack gap="sm" mt="xs">
            <Radio value="time" label={t`Since a time`} />
            {from === 'time' && (
              <TextInput
                type="datetime-local"
                required
                aria-label={t`Time`}
                value={time}
                onChange={(event) => setTime(event.currentTarget.value)}
              />
            )}
            <Radio value="event" label={t`After an event`} />
            {from === 'event' && (
              <TextInput
                required
                pattern="evt_[0-9a-f]{16}"
                placeholder="evt_…"
                aria-label={t`Event`}
                value={eventId}
                onChange={(event) => setEventId(event.currentTarget.value)}
              />
            )}
            <Radio value="all" label={t`Every one that is kept`} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={isRunning}>
            <Trans>Replay</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
