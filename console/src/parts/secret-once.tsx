import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';
import { Code } from './code.tsx';

type Props = {
  /** What it is: “The signing secret”. */
  readonly label: string;
  readonly secret: string;
  readonly warnings?: readonly string[];
  readonly onDone: () => void;
};

/** A secret on the only occasion it is shown. It is kept nowhere. */
export const SecretOnce = ({ label, secret, warnings, onDone }: Props) => (
  <>
    <p>
      <Trans>Copy it to where it is used now. It is shown this once, and nobody can read it again.</Trans>
    </p>
    <Code text={secret} label={label} />
    {warnings?.map((warning) => (
      <Alert key={warning} color="yellow" variant="light" mt="sm">
        {warning}
      </Alert>
    ))}
    <Group justify="flex-end" mt="lg">
      <Button onClick={onDone}>
        <Trans>I have copied it</Trans>
      </Button>
    </Group>
  </>
);
