import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog, FormEnd } from '../../../parts/dialog.tsx';
import { useProgress } from './progress.tsx';
import { ReplayCounts } from './replay-counts.tsx';
import type { Place, Replay, Replaying } from './use-replay.ts';

type Props = {
  readonly replaying: Replaying;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Chooses what is replayed, and then says how far that is until it is done; closed meanwhile, it goes on. */
export function ReplayDialog({ replaying, isOpen, onClose }: Props) {
  const { t } = useLingui();
  const { replay, start, forget } = replaying;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`Replay events`}>
      {isOpen &&
        (replay ? (
          <Underway replay={replay} onForget={forget} onClose={onClose} />
        ) : (
          <Choice onClose={onClose} onChosen={(place) => void start(place)} />
        ))}
    </Dialog>
  );
}

type UnderwayProps = {
  readonly replay: Replay;
  readonly onForget: () => void;
  readonly onClose: () => void;
};

function Underway({ replay, onForget, onClose }: UnderwayProps) {
  const { isOver, isGreen } = useProgress();
  return (
    <Stack gap="md">
      <div>
        <ReplayCounts replay={replay} />
      </div>
      {!isOver && (
        <p className="muted">
          {replay.isFiring ? (
            <Trans>It goes on where this is closed, as long as the page is open.</Trans>
          ) : (
            <Trans>It goes on where this is closed.</Trans>
          )}
        </p>
      )}
      <Group justify="flex-end">
        <Button
          variant={isOver ? 'filled' : 'default'}
          onClick={() => {
            if (isGreen) onForget();
            onClose();
          }}
        >
          {isOver ? <Trans>Done</Trans> : <Trans>Close</Trans>}
        </Button>
      </Group>
    </Stack>
  );
}

const oldest = 'evt_0000000000000000';
const hourMs = 3_600_000;

/** What an input of a local time holds. */
function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

type ChoiceProps = { readonly onClose: () => void; readonly onChosen: (place: Place) => void };

function Choice({ onClose, onChosen }: ChoiceProps) {
  const { t } = useLingui();
  const [from, setFrom] = useState('time');
  const [time, setTime] = useState(() => localTime(new Date(Date.now() - hourMs)));
  const [eventId, setEventId] = useState('');

  const choose = () =>
    onChosen(
      from === 'time'
        ? { after: null, since: new Date(time).toISOString() }
        : { after: from === 'event' ? eventId.trim() : oldest, since: null },
    );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <Stack gap="md">
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
        <FormEnd onCancel={onClose}>
          <Trans>Replay</Trans>
        </FormEnd>
      </Stack>
    </form>
  );
}
