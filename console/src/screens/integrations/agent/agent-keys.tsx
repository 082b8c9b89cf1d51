import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../data/session.tsx';
import { usePages, type Pages } from '../../../data/use-pages.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Row, Rows } from '../../../parts/rows.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import classes from '../integrations.module.css';
import { AgentKeysDocument, type AgentKeysQuery, RevokeAgentKeyDocument } from './generated/operations.ts';

const lookMs = 15_000;

type AgentKey = AgentKeysQuery['apiKeys']['nodes'][number];

/** The keys that act for agents of the team and still work. */
export function useAgentKeys(): Pages<AgentKeysQuery, AgentKey> {
  const { may } = useSession();
  const isPaused = !may('keys:read');
  const pages = usePages(AgentKeysDocument, {
    variables: (page) => page,
    select: ({ apiKeys }) => apiKeys,
    on: ['MEMBER_'],
    pause: isPaused,
  });
  // No event tells of keys and their use.
  usePolling(pages.query.refresh, isPaused ? null : lookMs);
  return {
    ...pages,
    nodes: pages.nodes.filter(({ member, revokedAt }) => member?.type === 'AGENT' && revokedAt === null),
  };
}

/** Which agents hold a key, and when each was last used. */
export function AgentKeys({ keys }: { readonly keys: ReturnType<typeof useAgentKeys> }) {
  const { t } = useLingui();
  const { query, nodes, hasMore, isReadingOn, readOn } = keys;
  return (
    <>
      <Loaded query={query}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={t`No agent is connected`} />
          ) : (
            <Rows aria-label={t`Keys of agents`}>
              {nodes.map((key) => (
                <AgentKeyRow key={key.id} apiKey={key} onChanged={query.refresh} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Look among older keys</Trans>
        </Button>
      )}
    </>
  );
}

type RowProps = { readonly apiKey: AgentKey; readonly onChanged: () => void };

function AgentKeyRow({ apiKey, onChanged }: RowProps) {
  const { t } = useLingui();
  const { may } = useSession();
  const [isAsking, setAsking] = useState(false);
  const revoke = useMutate(RevokeAgentKeyDocument);
  const { id, hint, member, createdAt, lastUsedAt, expiresAt, scopes } = apiKey;

  async function run() {
    const { error } = await revoke({ id });
    if (error) return tellFailed(t`Not revoked`, error);
    tellDone(t`Key revoked`);
    return onChanged();
  }

  return (
    <Row className={classes['row']}>
      <div>
        <div className={classes['name']}>{member?.name}</div>
        <ScreenLink path="developers" id={id}>
          <span className="mono">{hint}…</span>
        </ScreenLink>
      </div>
      <div>
        {lastUsedAt === null ? (
          <Trans>Never used</Trans>
        ) : (
          <Trans>
            Last used <When at={lastUsedAt} />
          </Trans>
        )}
        <div className="muted">
          <Trans>
            made <When at={createdAt} />
          </Trans>
          {expiresAt !== null && (
            <Trans>
              , ends <When at={expiresAt} mayBeAhead />
            </Trans>
          )}
        </div>
      </div>
      {may('keys:write', ...scopes) && (
        <div className={classes['actions']}>
          <Button size="xs" variant="default" aria-label={t`Revoke ${hint}`} onClick={() => setAsking(true)}>
            <Trans>Revoke</Trans>
          </Button>
        </div>
      )}
      <AskOnce
        isOpen={isAsking}
        title={t`Revoke this key?`}
        text={t`The agent that holds it is refused at once. It cannot be taken back.`}
        action={t`Revoke`}
        onDone={() => void run()}
        onClose={() => setAsking(false)}
      />
    </Row>
  );
}
