import { Trans } from '@lingui/react/macro';
import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './chart.module.css';
import { Figures } from './figures.tsx';

export type Bar = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** The label as the table shows it, where it leads somewhere. */
  readonly link?: ReactNode;
};

type Props = {
  readonly title: string;
  /** What is counted, in a sentence. */
  readonly note: string;
  readonly bars: readonly Bar[];
  /** What the rows of the table are, such as “Stage”. */
  readonly of: string;
  readonly isWide?: boolean;
  /** Draws them; it says itself what they are. */
  readonly children: ReactNode;
};

/** A chart with its name, what it counts, and the table behind it. */
export function Chart({ title, note, bars, of, isWide = false, children }: Props) {
  const id = useId();
  return (
    <section className={classes['chart']} data-wide={isWide} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      <Text className="muted" mb="sm">
        {note}
      </Text>
      {bars.every(({ count }) => count === 0) ? (
        <p>
          <Trans>There is nothing to count yet.</Trans>
        </p>
      ) : (
        <>
          {children}
          <details className={classes['table']}>
            <summary>
              <Trans>As a table</Trans>
            </summary>
            <Figures title={title} of={of} bars={bars} />
          </details>
        </>
      )}
    </section>
  );
}
