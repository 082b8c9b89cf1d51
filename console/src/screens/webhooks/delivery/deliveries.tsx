import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { walk } from '../../../app/walk.ts';
import { anyEvent } from '../../../data/use-live-query.ts';
import { usePages } from '../../../data/use-pages.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { DeliveriesDocument } from '../generated/operations.ts';
import { paceOf } from '../verdict.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { filterOf, isShow } from './filters.ts';

type Props = {
  /** Those of all with null. */
  readonly endpointId: string | null;
  /** The one that is open beside the list. */
  readonly current?: string;
};

/** Deliveries, newest first, by how they went and what they are about. */
export function Deliveries({ endpointId, current }: Props) {
  const { t } = useLingui();
  const { search, filter } = useAddress();
  const show = isShow(search['show']) ? search['show'] : 'all';
  const { event: eventId = '', lead: leadId = '' } = search;
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(DeliveriesDocument, {
    variables: (page) => ({ ...page, endpointId, eventId: eventId || null, leadId: leadId || null, ...filterOf[show] }),
    select: ({ webhookDeliveries }) => webhookDeliveries,
    // A delivery is made with its event.
    on: anyEvent,
  });
  usePolling(query.refresh, paceOf(nodes));
  useCommands([
    { name: t`Show failing deliveries`, key: 'f', run: () => filter({ show: 'failing' }) },
    { name: t`Go to the next delivery`, key: 'j', run: () => walk('[data-delivery] a', 1) },
    { name: t`Go to the delivery before`, key: 'k', run: () => walk('[data-delivery] a', -1) },
  ]);
  const isFiltered = show !== 'all' || eventId !== '' || leadId !== '';
  const about = (name: 'event' | 'lead', label: string, placeholder: string) => {
    const value = search[name] ?? '';
    const take = (text: string) => text.trim() !== value && filter({ [name]: text.trim() });
    return (
      <TextInput
        key={`${name} ${value}`}
        label={label}
        placeholder={placeholder}
        defaultValue={value}
        onBlur={({ currentTarget }) => take(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget.value)}
      />
    );
  };
  return (
    <>
      <Group gap="sm" mb="sm" align="flex-end">
        <NativeSelect
          label={t`Show`}
          value={show}
          data={[
            { value: 'all', label: t`All` },
            { value: 'failing', label: t`Failing` },
            { value: 'dead', label: t`Given up` },
            { value: 'pending', label: t`Under way` },
            { value: 'succeeded', label: t`Delivered` },
          ]}
          onChange={({ currentTarget: { value } }) => filter({ show: value === 'all' ? '' : value })}
        />
        {about('event', t`Event`, 'evt_…')}
        {about('lead', t`About the lead`, 'ld_…')}
        {query.data && (
          <span className="muted figures" aria-live="polite">
            <Plural value={query.data.webhookDeliveries.totalCount} one="# delivery" other="# deliveries" />
          </span>
        )}
      </Group>
      <Loaded query={query} lines={8}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={isFiltered ? t`No delivery is like that` : t`Nothing was sent yet`}>
              {isFiltered ? (
                <Button size="compact-sm" variant="default" onClick={() => filter({ show: '', event: '', lead: '' })}>
                  <Trans>Show all</Trans>
                </Button>
              ) : (
                <Trans>What happens from now on is posted. Send a test to see one at once.</Trans>
              )}
            </Empty>
          ) : (
            <Rows aria-label={t`Deliveries`}>
              {nodes.map((delivery) => (
                <DeliveryRow
                  key={delivery.id}
                  delivery={delivery}
                  endpointId={endpointId}
                  isCurrent={delivery.id === current}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}
