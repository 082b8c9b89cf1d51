import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Pages } from '../../../data/use-pages.ts';
import type { ConversationsQuery, RowFragment } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import { Row } from './row.tsx';

const rowHeight = 68;

type Props = { readonly pages: Pages<ConversationsQuery, RowFragment>; readonly chosen: string | null };

/** Only the rows in sight are drawn; the list is read on before its end is. */
export function Rows({ pages: { nodes, hasMore, isReadingOn, readOn }, chosen }: Props) {
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
        return row && <Row key={key} row={row} top={start} isChosen={row.id === chosen} />;
      })}
    </ul>
  );
}
