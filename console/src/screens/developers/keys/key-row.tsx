import { Trans, useLingui } from '@lingui/react/macro';
import { Button, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { Row } from '../../../parts/rows.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import classes from '../developers.module.css';
import { type KeyFactsFragment, RevokeKeyDocument } from '../generated/operations.ts';
import { KeyFacts } from './key-facts.tsx';

type Props = { readonly apiKey: KeyFactsFragment; readonly onChanged: () => void };

/** A key: which, of whom, last used, until when. Opens to all that is known of it. */
export function KeyRow({ apiKey, onChanged }: Props) {
  const { t } = useLingui();
  const { may, viewer } = useSession();
  const { id: opened, open } = useAddress();
  const [isAsking, asking] = useDisclosure();
  const revoke = useMutate(RevokeKeyDocument);
  const { id, name, hint, dialect, scopes, lastUsedAt, expiresAt, revokedAt, business, member } = apiKey;
  const isOpen = opened === id;
  const isOver = revokedAt !== null;
  const mayRevoke = revokedAt === null && may('keys:write', ...scopes);
  const isOwn = viewer.apiKeyId === id;

  async function run() {
    const { error } = await revoke({ id });
    if (error) return tellFailed(t`Not revoked`, error);
    tellDone(t`Key revoked`);
    return onChanged();
  }

  return (
    <Row className={classes['row']} data-ended={isOver}>
      <div className={classes['line']}>
        <div className="cut">
          <UnstyledButton
            className={classes['name'] ?? ''}
            aria-expanded={isOpen}
            onClick={() => open(isOpen ? null : id, { replace: true })}
          >
            {name}
          </UnstyledButton>
          <div className="mono muted">{hint}…</div>
        </div>
        <span>{dialect}</span>
        <span className="cut">{business?.name ?? member?.name ?? <Trans>All of the workspace</Trans>}</span>
        <span className="muted">
          {lastUsedAt === null ? (
            <Trans>never used</Trans>
          ) : (
            <Trans>
              used <When at={lastUsedAt} />
            </Trans>
          )}
          {revokedAt !== null ? (
            <Trans>
              , revoked <When at={revokedAt} />
            </Trans>
          ) : (
            expiresAt !== null && (
              <Trans>
                , ends <When at={expiresAt} mayBeAhead />
              </Trans>
            )
          )}
        </span>
        {mayRevoke && (
          <Button size="xs" variant="default" onClick={asking.open} aria-label={t`Revoke ${name}`}>
            <Trans>Revoke</Trans>
          </Button>
        )}
      </div>
      {isOpen && <KeyFacts apiKey={apiKey} />}
      <AskOnce
        isOpen={isAsking}
        title={t`Revoke “${name}”?`}
        text={
          isOwn
            ? t`It is the key you are signed in by: you are signed out at once. It cannot be taken back.`
            : t`Whatever uses it is refused at once, open connections included. It cannot be taken back.`
        }
        action={t`Revoke`}
        onDone={() => void run()}
        onClose={asking.close}
      />
    </Row>
  );
}
