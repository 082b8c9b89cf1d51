import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { Code } from '../../../parts/code.tsx';
import classes from './routes.module.css';

/** The document that a route asks the graph by. */
export function InTheGraph({ document }: { readonly document: string | null }) {
  const { t } = useLingui();
  return (
    <section className={classes['section']} aria-label={t`In the graph`}>
      <Title order={3}>
        <Trans>In the graph</Trans>
      </Title>
      {document === null ? (
        <p className="muted">
          <Trans>No document stands behind this route.</Trans>
        </p>
      ) : (
        <>
          <p className="muted">
            <Trans>What the route asks of the graph; /graphql answers it to the same key.</Trans>
          </p>
          <Code text={document} label={t`GraphQL document`} />
        </>
      )}
    </section>
  );
}
