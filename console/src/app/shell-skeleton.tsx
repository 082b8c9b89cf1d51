import { useLingui } from '@lingui/react/macro';
import { Skeleton, Stack } from '@mantine/core';

/** The shell's shape until it is known who is signed in. */
export function ShellSkeleton() {
  const { t } = useLingui();
  return (
    <Stack p="xl" maw={720} ml={{ base: 0, sm: 208 }} aria-busy="true" aria-label={t`Loading`} role="status">
      <Skeleton h={24} w={160} />
      <Skeleton h={72} />
      <Skeleton h={72} />
    </Stack>
  );
}
