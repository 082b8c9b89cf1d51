import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Textarea, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../../../data/session.tsx';
import { Code } from '../../../../parts/code.tsx';
import type { Route } from '../read-routes.ts';
import classes from '../routes.module.css';
import { Answer } from './answer.tsx';
import { addressOf, type Answered, callRoute, type Filled, missingOf, placeOf } from './call-route.ts';
import { TryKey } from './try-key.tsx';
import type { TrialKeys } from './use-trial-keys.ts';

type Props = { readonly route: Route; readonly keys: TrialKeys };

/** The route as it answers here and now: what only reads runs at once, what writes when somebody says so. */
export function TryIt({ route, keys }: Props) {
  const { t } = useLingui();
  const { viewer } = useSession();
  const [filled, setFilled] = useState<Filled>({});
  const [body, setBody] = useState(() => (route.body === undefined ? '' : JSON.stringify(route.body, null, 2)));
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const key = keys.keyFor(route);
  const missing = missingOf(route, filled);
  const mayRun = (key !== null || route.credential === null) && missing === null;
  const isRead = route.method === 'GET';
  const workspace = viewer.organisation.name;

  async function run() {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await callRoute(route, { filled, body, key }, controller.signal);
      if (!controller.signal.aborted) setAnswered(answer);
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    }
    if (running.current === controller) setBusy(false);
  }

  const runsAtOnce = isRead && mayRun && answered === null && failure === null;
  const isMade = key !== null && key.length > mostTyped;
  useEffect(() => {
    if (runsAtOnce && (isMade || route.credential === null)) void run();
    // oxlint-disable-next-line react/exhaustive-deps -- once a key is there; later by the button
  }, [isMade]);

  const asked = route.fields.filter(({ place }) => place !== 'body' && place !== 'cookie');
  return (
    <section className={classes['section']} aria-label={t`Try it here`}>
      <Title order={3}>
        <Trans>Try it here</Trans>
      </Title>
      {route.credential !== null && <TryKey route={route} keys={keys} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (mayRun) void run();
        }}
      >
        {asked.length > 0 && (
          <div className={classes['asked']}>
            {asked.map((field) => (
              <TextInput
                key={placeOf(field)}
                label={field.name}
                required={field.isRequired}
                placeholder={field.type}
                value={filled[placeOf(field)] ?? ''}
                onChange={({ currentTarget: { value } }) => setFilled((all) => ({ ...all, [placeOf(field)]: value }))}
              />
            ))}
          </div>
        )}
        {route.body !== undefined && (
          <Textarea
            classNames={{ input: 'mono' }}
            label={t`Body to send`}
            autosize
            minRows={4}
            maxRows={16}
            spellCheck={false}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
            mb="sm"
          />
        )}
        {!isRead && (
          <Alert color="yellow" variant="light" mb="sm">
            <Trans>This route writes: what it does is done in “{workspace}”, and its webhooks are told.</Trans>
          </Alert>
        )}
        <Button type="submit" loading={isBusy} disabled={!mayRun}>
          {isRead ? <Trans>Run it</Trans> : <Trans>Really send it: it writes</Trans>}
        </Button>
        {missing !== null && (
          <p className="muted">
            <Trans>It needs “{missing}”.</Trans>
          </p>
        )}
      </form>
      <div aria-live="polite">
        {failure !== null && (
          <Alert color="red" variant="light" mt="sm" role="alert" title={t`No answer came`}>
            {failure}
          </Alert>
        )}
      </div>
      {answered && (
        <div className={classes['tried']}>
          <Answer answered={answered} called={`${route.method} ${addressOf(route, filled)}`} />
          {route.graphql !== null && (
            <div>
              <Title order={4}>
                <Trans>The document it runs</Trans>
              </Title>
              <Code text={route.graphql} label={t`Document that was run`} />
            </div>
          )}
        </div>
      )}
    </section>
  );
}

/** Shorter than any key: what is being typed is not sent. */
const mostTyped = 40;
