import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';
import type { CombinedError } from 'urql';
import { toProblem } from '../data/problem.ts';
import { Id } from './id.tsx';

type Props = {
  readonly error: CombinedError;
  readonly onRetry?: () => void;
  /** Something older is still shown. */
  readonly isStale?: boolean;
};

/** Says what happened, what to do, and by which id an operator finds it. */
export function Failed({ error, onRetry, isStale = false }: Props) {
  const { t } = useLingui();
  const { message, code, requestId } = toProblem(error);
  const title =
    code === 'OFFLINE'
      ? t`The server cannot be reached`
      : code === 'FORBIDDEN'
        ? t`Your role does not show this`
        : t`This could not be read`;
  return (
    <Alert color={isStale ? 'yellow' : 'red'} variant="light" title={title} role="alert" mb="sm">
      <p>{message}</p>
      {isStale && (
        <p>
          <Trans>What you see is from before.</Trans>
        </p>
      )}
      <Group gap="sm">
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {requestId && (
          <span>
            <Trans>Request</Trans> <Id id={requestId} />
          </span>
        )}
      </Group>
    </Alert>
  );
}
