import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { Code } from '../../../../parts/code.tsx';
import classes from '../routes.module.css';
import type { Answered } from './call-route.ts';

type Props = { readonly answered: Answered; readonly called: string };

/** What came back: status, headers and body, as they came. */
export function Answer({ answered: { status, headers, body, ms, isCut }, called }: Props) {
  const { t } = useLingui();
  const told = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <div>
      <Title order={4}>
        <Trans>What came back</Trans>
      </Title>
      <p>
        <span className={classes['status']} data-good={status < 400}>
          {status}
        </span>{' '}
        <span className="muted">
          <Trans>
            after {ms} ms, to <span className="mono">{called}</span>
          </Trans>
        </span>
      </p>
      <details>
        <summary>
          <Trans>Headers</Trans>
        </summary>
        <Code text={told} label={t`Headers that came back`} />
      </details>
      {body === '' ? (
        <p className="muted">
          <Trans>No body.</Trans>
        </p>
      ) : (
        <Code text={body} label={t`Body that came back`} />
      )}
      {isCut && (
        <p className="muted">
          <Trans>There is more; this is the beginning.</Trans>
        </p>
      )}
    </div>
  );
}
