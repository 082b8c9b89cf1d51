import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { Code } from '../../parts/code.tsx';

type Props = { readonly name: string; readonly url: string; readonly onDone: () => void };

/** The link that signs somebody in, on the only occasion it is shown. */
export function LinkOnce({ name, url, onDone }: Props) {
  const { t } = useLingui();
  return (
    <>
      <p>
        <Trans>
          Hand this link to {name}: nothing was mailed. It signs in once, within 7 days, and is shown only now. Whoever
          has it signs in as {name}.
        </Trans>
      </p>
      <Code text={url} label={t`The link`} />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onDone}>
          <Trans>I have copied it</Trans>
        </Button>
      </Group>
    </>
  );
}
