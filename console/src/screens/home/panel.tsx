import { Badge, Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Props = { readonly title: string; readonly count: number | undefined; readonly children: ReactNode };

/** A list of Home, with how many there are in all. */
export function Panel({ title, count, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Group gap="sm" mb="sm">
        <Title order={2} id={id}>
          {title}
        </Title>
        {count !== undefined && count > 0 && (
          <Badge variant="light" color="gray" className="figures">
            {count}
          </Badge>
        )}
      </Group>
      {children}
    </section>
  );
}
