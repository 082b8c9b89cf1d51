import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { readonly title: string; /** How to make the first one. */ readonly children?: ReactNode };

/** Says what will be here, and how to make the first one. */
export const Empty = ({ title, children }: Props) => (
  <Stack gap="xs" py="xl" align="flex-start">
    <Text fw={600}>{title}</Text>
    {children !== undefined && <div className="muted">{children}</div>}
  </Stack>
);
