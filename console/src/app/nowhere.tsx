import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

export const Nowhere = () => (
  <Stack p="xl">
    <Title order={1}>
      <Trans>There is no such screen</Trans>
    </Title>
    <Text>
      <Trans>
        The address may be from another version, or your role does not show it. <Link to="/">Back to Home</Link>
      </Trans>
    </Text>
  </Stack>
);
