import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { tellFailed } from '../../../../parts/tell.ts';
import type { Route } from '../read-routes.ts';
import type { TrialKeys } from './use-trial-keys.ts';

type Props = { readonly route: Route; readonly keys: TrialKeys };

/** By which key a route is tried: one made for it, or one that somebody has. */
export function TryKey({ route, keys }: Props) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const key = keys.keyFor(route);
  const scopes = keys.scopesFor(route);
  const held = scopes?.join(', ') ?? '';

  async function mint() {
    setBusy(true);
    const error = await keys.mint(route);
    setBusy(false);
    if (error) tellFailed(t`No key was made`, error);
  }

  return (
    <>
      <Group gap="sm" align="flex-end" mb="xs">
        <PasswordInput
          flex="1 1 240px"
          label={t`Key to try it with`}
          autoComplete="off"
          spellCheck={false}
          value={key ?? ''}
          onChange={(event) => keys.paste(route, event.currentTarget.value.trim())}
        />
        {key === null && scopes !== null && (
          <Button variant="default" loading={isBusy} onClick={() => void mint()}>
            <Trans>Make one for ten minutes</Trans>
          </Button>
        )}
      </Group>
      <p className="muted">
        {scopes === null ? (
          <Trans>Paste one of yours. It stays in this page’s memory alone.</Trans>
        ) : (
          <Trans>
            One that is made here may do this: <span className="mono">{held}</span>. It stays in this page’s memory
            alone, and is revoked as you leave.
          </Trans>
        )}
      </p>
    </>
  );
}
