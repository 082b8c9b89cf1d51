import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './screen-body.module.css';

type Props = { readonly title: string; /** Its actions. */ readonly children?: ReactNode };

/** The head of a screen; also names the page. */
export function ScreenHeader({ title, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Tributary`;
  }, [title]);
  return (
    <Group justify="space-between" mih={36} mb="lg">
      <Title order={1}>{title}</Title>
      <Group gap="sm" className={classes['actions'] ?? ''}>
        {children}
      </Group>
    </Group>
  );
}
