import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import type { Pages } from '../../../data/use-pages.ts';
import type { ConversationsQuery, RowFragment } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import { Row } from './row.tsx';

const rowHeight = 68;

type Props = Omit<Pages<ConversationsQuery, RowFragment>, 'query'>;

/** Only the rows in sight are drawn; the list is read on before its end is. */
export const Rows = memo(function Rows({ nodes, hasMore, isReadingOn, readOn }: Props) {
  const { id: chosen, search, open } = useAddress();
  const list = useRef<HTMLUListElement>(null);
  const virtual = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => rowHeight,
    getItemKey: (index) => nodes[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 320, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const isNearEnd = hasMore && !isReadingOn && last >= nodes.length - 8;
  useEffect(() => {
    if (isNearEnd) readOn();
  }, [isNearEnd, readOn]);
  const place = nodes.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- brings what was chosen into sight, once
  }, [chosen]);

  return (
    <ul ref={list} className={classes['rows']} style={{ height: virtual.getTotalSize() }}>
      {items.map(({ key, index, start }) => {
        const row = nodes[index];
        return row && <Row key={key} row={row} top={start} isChosen={row.id === chosen} search={search} open={open} />;
      })}
    </ul>
  );
});
