import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { toProblem } from '../../../data/problem.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellDone } from '../../../parts/tell.ts';
import { type CalendarProvider, ConnectCalendarDocument } from '../generated/operations.ts';

type Props = { readonly provider: CalendarProvider; readonly name: string; readonly onConnected: () => void };

/** Takes the token of an account, once. */
export function ConnectForm({ provider, name, onConnected }: Props) {
  const { t } = useLingui();
  const connect = useMutate(ConnectCalendarDocument);
  const [token, setToken] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const label = provider === 'CALENDLY' ? t`Personal access token of Calendly` : t`API key of Cal.com`;

  async function run() {
    setBusy(true);
    const { error } = await connect({ input: { provider, token } });
    setBusy(false);
    setProblem(error ? toProblem(error).message : null);
    if (error) return;
    setToken('');
    tellDone(t`${name} is connected`);
    onConnected();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Group mt="xs" gap="sm" align="end">
        <PasswordInput
          label={label}
          value={token}
          autoComplete="off"
          maxLength={4096}
          error={problem}
          onChange={(event) => setToken(event.currentTarget.value)}
          w={320}
        />
        <Button
          type="submit"
          size="sm"
          variant="default"
          loading={isBusy}
          disabled={token.trim() === ''}
          aria-label={t`Connect ${name}`}
        >
          <Trans>Connect</Trans>
        </Button>
      </Group>
    </form>
  );
}
