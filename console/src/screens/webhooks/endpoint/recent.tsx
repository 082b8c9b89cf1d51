import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { usePolling } from '../../../data/use-polling.ts';
import { anyEvent, useLiveQuery } from '../../../data/use-live-query.ts';
import { When } from '../../../parts/when.tsx';
import { RecentDocument } from '../generated/operations.ts';
import classes from '../webhooks.module.css';

/** How the newest deliveries to an endpoint went, oldest left, and when one was last taken. */
export function Recent({ endpointId }: { readonly endpointId: string }) {
  const { t } = useLingui();
  // A delivery is made with its event, whatever that is about.
  const { data, refresh } = useLiveQuery(RecentDocument, { variables: { endpointId }, on: anyEvent });
  usePolling(refresh, data?.recent.nodes.some(({ state }) => state === 'PENDING') ? 2000 : null);
  if (!data) return null;
  const { nodes } = data.recent;
  const ended = nodes.filter(({ state }) => state !== 'PENDING').length;
  const taken = nodes.filter(({ state }) => state === 'SUCCEEDED').length;
  const lastTaken = data.last.nodes[0]?.attempts.at(-1)?.at;
  if (nodes.length === 0)
    return (
      <span className="muted">
        <Trans>Nothing was sent yet</Trans>
      </span>
    );
  return (
    <>
      <div
        className={classes['strip']}
        role="img"
        aria-label={t`${taken} of the last ${nodes.length} deliveries were taken`}
      >
        {nodes.toReversed().map(({ id, state }) => (
          <i key={id} data-state={state} />
        ))}
      </div>
      <div className="muted figures">
        {ended > 0 && (
          <>
            <Trans>{Math.round((taken / ended) * 100)} % of</Trans>{' '}
            <Plural value={ended} one="the last one" other="the last #" />
            {' · '}
          </>
        )}
        {lastTaken === undefined ? (
          <Trans>none taken yet</Trans>
        ) : (
          <Trans>
            last taken <When at={lastTaken} />
          </Trans>
        )}
      </div>
    </>
  );
}
