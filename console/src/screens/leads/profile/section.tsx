import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './profile.module.css';

type Props = { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode };

/** A part of the profile. */
export function Section({ title, action, children }: Props) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Group justify="space-between" mb="sm" mih={28}>
        <Title order={3} id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </section>
  );
}
