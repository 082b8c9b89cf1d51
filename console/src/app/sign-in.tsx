import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Center, Divider, PasswordInput, Paper, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { End } from '../data/session.tsx';
import { signIn } from '../data/session-http.ts';
import { page } from '../page.ts';

type Props = {
  /** Why one is here again; null where one just came. */
  readonly why: End | null;
  /** From a link; it signs in by itself. */
  readonly token: string | null;
  readonly onSignedIn: () => void;
};

/** The way in: by a key, by a link, or by a provider where there is one. */
export function SignIn({ why, token, onSignedIn }: Props) {
  const { t } = useLingui();
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(token !== null);
  const redeemed = useRef<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function enter(credential: { key: string } | { token: string }): Promise<void> {
    setIsBusy(true);
    setProblem(null);
    const refused = await signIn(credential);
    setIsBusy(false);
    if (refused === null) return onSignedIn();
    setProblem(refused);
    input.current?.focus();
  }

  useEffect(() => {
    document.title = t`Sign in · Tributary`;
    if (token === null || redeemed.current === token) return;
    redeemed.current = token;
    void enter({ token });
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const trimmed = key.trim();
    if (trimmed !== '') void enter({ key: trimmed });
  }

  return (
    <Center component="main" mih="100vh" p="lg">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <form onSubmit={submit}>
          <Stack gap="lg">
            <Title order={1}>
              <Trans>Sign in to Tributary</Trans>
            </Title>
            {why === 'ended' && (
              <Alert color="yellow" variant="light" role="status" title={t`Your session has ended`}>
                <Trans>
                  It expired or was revoked. Sign in again and you are back where you were; nothing was lost.
                </Trans>
              </Alert>
            )}
            {why === 'left' && (
              <Alert variant="light" role="status">
                <Trans>You have signed out.</Trans>
              </Alert>
            )}
            {problem !== null && (
              <Alert color="red" variant="light" role="alert">
                {problem}
              </Alert>
            )}
            <PasswordInput
              ref={input}
              label={t`API key`}
              description={t`A GraphQL or CRM key of your workspace. It is kept nowhere in this browser.`}
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              visibilityToggleButtonProps={{ 'aria-label': t`Show the key` }}
            />
            <Button type="submit" loading={isBusy} fullWidth>
              <Trans>Sign in</Trans>
            </Button>
            {page.hasOidc && (
              <>
                <Divider label={t`or`} />
                <Button component="a" href={`${page.base}/console/oidc`} variant="default" fullWidth>
                  <Trans>Sign in with your organisation</Trans>
                </Button>
              </>
            )}
            <Text size="xs" c="dimmed">
              <Trans>
                No key? Ask an owner for an invitation, or open the link that the server printed when it started.{' '}
                <Anchor size="xs" underline="always" href={`${page.base}/`}>
                  What is this?
                </Anchor>
              </Trans>
            </Text>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
