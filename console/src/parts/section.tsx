import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

type Props = {
  readonly title: string;
  /** What there is to know about it. */
  readonly note?: ReactNode;
  /** Its buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a screen, with a heading of its own. */
export function Section({ title, note, actions, children }: Props) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Group justify="space-between" mb="xs" mih={30}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      {note !== undefined && <p className={`muted ${classes['note'] ?? ''}`}>{note}</p>}
      {children}
    </section>
  );
}
