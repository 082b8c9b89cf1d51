import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { SecretOnce } from '../../../parts/secret-once.tsx';
import { type EndpointFactsFragment, RotateSecretDocument } from '../generated/operations.ts';
import { NotDone } from '../../../parts/not-done.tsx';

type Props = {
  readonly endpoint: EndpointFactsFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

export function Rotate(props: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t`Rotate the signing secret`} size="lg">
      {props.isOpen && <Choice {...props} />}
    </Dialog>
  );
}

function Choice({ endpoint: { id, format }, onClose }: Props) {
  const { t } = useLingui();
  const [hours, setHours] = useState('24');
  const [error, setError] = useState<CombinedError | null>(null);
  const [made, setMade] = useState<{ readonly secret: string; readonly warnings: readonly string[] } | null>(null);
  const rotate = useMutate(RotateSecretDocument);

  async function run() {
    const { data, error: failed } = await rotate({ id, overlapHours: Number(hours) });
    if (failed) return setError(failed);
    const { signingSecret, warnings } = data.rotateWebhookSecret;
    return setMade({ secret: signingSecret, warnings });
  }

  if (made)
    return (
      <SecretOnce label={t`The new signing secret`} secret={made.secret} warnings={made.warnings} onDone={onClose} />
    );
  return (
    <Stack gap="md">
      <NotDone title={t`Not rotated`} error={error} />
      <p>
        {format === 'STANDARD' ? (
          <Trans>
            Until the overlap ends each post carries two signatures, of the old secret and of the new one. The receiver
            may switch over at any time, and refuses nothing.
          </Trans>
        ) : (
          <Trans>
            This format has room for one signature. Until the overlap ends the first post is signed with the old secret
            and the retry a minute later with the new one: what the receiver refuses comes again as it wants it.
          </Trans>
        )}
      </p>
      <NativeSelect
        data-autofocus
        label={t`Overlap`}
        data={[
          { value: '24', label: t`24 hours` },
          { value: '168', label: t`7 days` },
          { value: '1', label: t`1 hour` },
          { value: '0', label: t`None: the old secret ends at once` },
        ]}
        value={hours}
        onChange={(event) => setHours(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button onClick={() => void run()}>
          <Trans>Rotate</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
