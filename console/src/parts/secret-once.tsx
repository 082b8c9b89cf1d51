import { Alert } from '@mantine/core';
import { Code } from './code.tsx';
import { Once } from './once.tsx';

type Props = {
  /** What it is: “The signing secret”. */
  readonly label: string;
  readonly secret: string;
  readonly warnings?: readonly string[];
  readonly onDone: () => void;
};

/** A secret on the only occasion it is shown. */
export const SecretOnce = ({ label, secret, warnings, onDone }: Props) => (
  <Once onDone={onDone}>
    <Code text={secret} label={label} />
    {warnings?.map((warning) => (
      <Alert key={warning} color="yellow" variant="light" mt="sm">
        {warning}
      </Alert>
    ))}
  </Once>
);
