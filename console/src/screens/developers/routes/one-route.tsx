import { Trans } from '@lingui/react/macro';
import { Badge, Group, Title } from '@mantine/core';
import { Id } from '../../../parts/id.tsx';
import { Answers } from './answers.tsx';
import { Call } from './call.tsx';
import { Fields } from './fields.tsx';
import { InTheGraph } from './in-the-graph.tsx';
import type { Route } from './read-routes.ts';
import classes from './routes.module.css';
import { Told } from './told.tsx';
import { TryIt } from './try/try-it.tsx';
import type { TrialKeys } from './try/use-trial-keys.ts';

type Props = { readonly route: Route; readonly keys: TrialKeys };

/** A route: what it takes, what it answers, how it is called here, and what the graph is asked for it. */
export const OneRoute = ({ route, keys }: Props) => (
  <>
    <Title order={2}>{route.summary}</Title>
    <Group gap="sm" my="sm">
      <span className={classes['method']}>{route.method}</span> <Id id={route.path} />
      {route.isOlder && (
        <Badge color="yellow" variant="light">
          <Trans>Older spelling</Trans>
        </Badge>
      )}
    </Group>
    {route.description !== '' && <Told text={route.description} />}
    <Facts route={route} />
    <Call route={route} />
    <TryIt route={route} keys={keys} />
    <Fields fields={route.fields} />
    <Answers route={route} />
    <InTheGraph document={route.graphql} />
  </>
);

const Facts = ({ route: { scope, credential, older } }: { readonly route: Route }) => (
  <dl className={classes['facts']}>
    <div>
      <dt>
        <Trans>Needs</Trans>
      </dt>
      <dd>{scope === null ? <Trans>No scope</Trans> : <span className="mono">{scope}</span>}</dd>
    </div>
    <div>
      <dt>
        <Trans>Key</Trans>
      </dt>
      <dd>{credential === null ? <Trans>None: it is public</Trans> : <Told text={credential} />}</dd>
    </div>
    {older.length > 0 && (
      <div>
        <dt>
          <Trans>Also taken as, for older programs</Trans>
        </dt>
        {older.map((spelling) => (
          <dd key={spelling} className="mono">
            {spelling}
          </dd>
        ))}
      </div>
    )}
  </dl>
);
