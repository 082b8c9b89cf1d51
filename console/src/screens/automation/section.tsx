import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './automation.module.css';

type Props = {
  readonly title: string;
  /** What there is to know about it. */ readonly note?: ReactNode;
  readonly children: ReactNode;
};

export function Section({ title, note, children }: Props) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">
        {title}
      </Title>
      {note !== undefined && <p className={`muted ${classes['note'] ?? ''}`}>{note}</p>}
      {children}
    </section>
  );
}
