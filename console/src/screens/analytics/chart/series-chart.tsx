import { Trans, useLingui } from '@lingui/react/macro';
import { Text, Title } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import classes from './chart.module.css';
import { SeriesTable } from './series-table.tsx';
import { Strips } from './strips.tsx';

export type Series = {
  readonly key: string;
  readonly label: string;
  /** At each time; null where there is nothing to tell. */
  readonly values: readonly (number | null)[];
  readonly tell: (value: number) => string;
};

type Props = {
  /** By which an address names it. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly series: readonly Series[];
  readonly times: readonly string[];
  readonly isCut: boolean;
  readonly isOneScale?: boolean;
};

/** Numbers over time, with the table behind them; who comes by its address is taken to it. */
export function SeriesChart({ name, title, note, series, times, isCut, isOneScale = false }: Props) {
  const { t } = useLingui();
  const id = useId();
  const { search } = useAddress();
  const section = useRef<HTMLElement>(null);
  const isMeant = search['chart'] === name;
  useEffect(() => {
    if (isMeant) section.current?.scrollIntoView({ block: 'start' });
  }, [isMeant]);
  const isEmpty = series.every(({ values }) => values.every((value) => value === null || value === 0));
  return (
    <section ref={section} className={classes['chart']} data-wide="true" data-meant={isMeant} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        <ScreenLink path="analytics" search={{ ...search, chart: name }}>
          <Trans>Link to this</Trans>
        </ScreenLink>
      </div>
      <Text className="muted" mb="sm">
        {note}
        {isCut && ` ${t`There is more than is counted at once: earlier times are left out.`}`}
      </Text>
      {isEmpty ? (
        <p>
          <Trans>There is nothing to count yet.</Trans>
        </p>
      ) : (
        <>
          <Strips title={title} series={series} times={times} isOneScale={isOneScale} />
          <details className={classes['table']}>
            <summary>
              <Trans>As a table</Trans>
            </summary>
            <SeriesTable title={title} series={series} times={times} />
          </details>
        </>
      )}
    </section>
  );
}
