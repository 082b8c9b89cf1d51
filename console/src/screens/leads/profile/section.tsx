import { Group, Title } from '@mantine/core';
import { createContext, type ReactNode, useContext, useId } from 'react';
import classes from './profile.module.css';

type Props = { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode };

/** Below which heading the parts stand: the lead’s name is the page’s where nothing is beside it. */
export const SectionLevel = createContext<2 | 3>(3);

/** A part of the profile. */
export function Section({ title, action, children }: Props) {
  const id = useId();
  const level = useContext(SectionLevel);
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Group justify="space-between" mb="sm" mih={28}>
        <Title order={level} size="h3" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </section>
  );
}
