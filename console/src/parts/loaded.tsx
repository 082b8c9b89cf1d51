import { useLingui } from '@lingui/react/macro';
import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LiveQuery } from '../data/use-live-query.ts';
import { Failed } from './failed.tsx';

type Props<Data> = {
  readonly query: LiveQuery<Data>;
  /** How many lines it will be, about. */
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
};

/** What a query answers; until then its shape, and where it fails why. What is there stays when it cannot be brought up to date. */
export function Loaded<Data>({ query: { data, error, refresh }, lines = 4, children }: Props<Data>) {
  const { t } = useLingui();
  if (data !== undefined && data !== null)
    return (
      <>
        {error && <Failed error={error} onRetry={refresh} isStale />}
        {children(data)}
      </>
    );
  if (error) return <Failed error={error} onRetry={refresh} />;
  return (
    <Stack gap="sm" role="status" aria-busy="true" aria-label={t`Loading`}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} h={32} />
      ))}
    </Stack>
  );
}
