import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Center, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ownerOf } from '../data/own-words.ts';
import { useSession } from '../data/session.tsx';

type Props = {
  /** Who was in before; null where nobody was. */
  readonly former: string | null;
  readonly children: ReactNode;
};

/** Asks before it shows anything to a person who took the place of another one in this tab. */
export function SomebodyElse({ former, children }: Props) {
  const { t } = useLingui();
  const { viewer } = useSession();
  const [isAccepted, setIsAccepted] = useState(false);
  if (former === null || former === ownerOf(viewer) || isAccepted) return children;
  const name = viewer.member?.name ?? t`an API key`;
  return (
    <Center component="main" mih="100vh" p="lg">
      <Stack maw={420} role="alert">
        <Text component="h1" size="lg" fw={600}>
          <Trans>Somebody else signed in</Trans>
        </Text>
        <Text>
          <Trans>
            In another tab of this browser {name} signed in to {viewer.organisation.name}. Nothing was sent in their
            name. What you wrote and did not send is kept in this tab for when you sign in again.
          </Trans>
        </Text>
        <Button onClick={() => setIsAccepted(true)}>
          <Trans>Go on as {name}</Trans>
        </Button>
      </Stack>
    </Center>
  );
}
