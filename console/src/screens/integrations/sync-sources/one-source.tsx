import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { useId } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Id } from '../../../parts/id.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { When } from '../../../parts/when.tsx';
import { OneSyncSourceDocument, type OneSyncSourceQuery } from '../generated/operations.ts';
import { outcomes, sourceTypes } from '../words.ts';
import { WhereLeadsBegin } from './where-leads-begin.tsx';

type Source = Extract<OneSyncSourceQuery['node'], { kind: 'SyncSource' }>;

const lookMs = 15_000;

/** The sync source that the address names: what it is, and what came to it lately. */
export function OneSource({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const { open } = useAddress();
  const query = useLiveQuery(OneSyncSourceDocument, { variables: { id }, on: ['LEAD_'] });
  // No event tells of sources.
  usePolling(query.refresh, lookMs);
  const source = query.data?.node?.kind === 'SyncSource' ? query.data.node : null;
  return (
    <Dialog isOpen onClose={() => open(null)} title={source?.name ?? t`Sync source`} size="lg">
      <Loaded query={query}>
        {() =>
          source ? (
            <Facts source={source} />
          ) : (
            <Empty title={t`There is no such source`}>
              <Trans>It may have been deleted, or you may not see it.</Trans>
            </Empty>
          )
        }
      </Loaded>
    </Dialog>
  );
}

function Facts({ source }: { readonly source: Source }) {
  const { t, i18n } = useLingui();
  const heading = useId();
  const { id, type, isSigned, hasAddress, leadsPerHour, overlapEndsAt, deliveries } = source;
  return (
    <>
      <p>
        {i18n._(sourceTypes[type])} · <WhereLeadsBegin source={source} />
      </p>
      <p className="muted">
        {hasAddress &&
          (isSigned ? (
            <Trans>Only who holds its secret may post to it.</Trans>
          ) : (
            <Trans>Whoever knows its address may post to it.</Trans>
          ))}{' '}
        {leadsPerHour !== null && <Trans>At most {leadsPerHour} leads an hour.</Trans>}{' '}
        {overlapEndsAt !== null && (
          <Trans>
            What was in use before the last rotation is taken until <When at={overlapEndsAt} mayBeAhead />.
          </Trans>
        )}
      </p>
      <Id id={id} />
      <section aria-labelledby={heading}>
        <Title order={3} id={heading} mt="md">
          <Trans>What came lately</Trans>
        </Title>
        {deliveries.nodes.length === 0 ? (
          <p className="muted">
            <Trans>Nothing came yet.</Trans>
          </p>
        ) : (
          <ul aria-label={t`What came`}>
            {deliveries.nodes.map((one) => (
              <li key={one.id}>
                {i18n._(outcomes[one.outcome])} · <When at={one.createdAt} />
                {one.reason !== null && <div>{one.reason}</div>}
                {one.body !== null && <code>{one.body}</code>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
