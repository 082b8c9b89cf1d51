import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { Code } from '../../../parts/code.tsx';
import type { Route } from './read-routes.ts';
import classes from './routes.module.css';
import { Told } from './told.tsx';

/** What is sent, what comes back, and how it may be refused. */
export function Answers({ route: { body, answer, refusals } }: { readonly route: Route }) {
  const { t } = useLingui();
  const { status, media, example } = answer;
  return (
    <>
      {body !== undefined && (
        <section className={classes['section']} aria-label={t`Request`}>
          <Title order={3}>
            <Trans>Request</Trans>
          </Title>
          <Code text={JSON.stringify(body, null, 2)} label={t`Body of the request`} />
        </section>
      )}
      <section className={classes['section']} aria-label={t`Answer`}>
        <Title order={3}>
          <Trans>Answer</Trans>
        </Title>
        <p className="muted">
          {example === null ? (
            <Trans>
              {status}, as {media}
            </Trans>
          ) : (
            <Trans>{status}, with values that are examples</Trans>
          )}
        </p>
        {example !== null && <Code text={example} label={t`Example of the answer`} />}
      </section>
      <section className={classes['section']} aria-label={t`Other answers`}>
        <Title order={3}>
          <Trans>Other answers</Trans>
        </Title>
        <dl className={classes['refusals']}>
          {refusals.map((refusal) => (
            <div key={refusal.status}>
              <dt>{refusal.status}</dt>
              <dd>
                <Told text={refusal.description} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
