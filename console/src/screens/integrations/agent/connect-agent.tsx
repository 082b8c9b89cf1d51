import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { SecretOnce } from '../../../parts/secret-once.tsx';
import { Section } from '../../../parts/section.tsx';
import { tellFailed } from '../../../parts/tell.ts';
import { AgentKeys, useAgentKeys } from './agent-keys.tsx';
import { ConnectOpenClawDocument, OpenClawSetupDocument } from './generated/operations.ts';
import { Setup } from './setup.tsx';

/** Gives an OpenClaw agent a key and says where it goes; shows which keys agents hold, and when they were used. */
export function ConnectAgent() {
  const { t } = useLingui();
  const { may, viewer } = useSession();
  const query = useLiveQuery(OpenClawSetupDocument, { variables: {}, on: [] });
  const keys = useAgentKeys();
  const connect = useMutate(ConnectOpenClawDocument);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const scopes = query.data?.openClawSetup.scopes;
  // A key gives no more than its maker has, and members are of the whole workspace.
  const mayConnect = scopes !== undefined && may('members:write', 'keys:write', ...scopes) && viewer.business === null;
  const isConnected = keys.nodes.length > 0;
  const start = () => (isConnected ? setAsking(true) : void run());

  async function run() {
    setBusy(true);
    const { data, error } = await connect({});
    setBusy(false);
    if (error) return tellFailed(t`Not connected`, error);
    setSecret(data.connectOpenClaw.secret);
    return keys.query.refresh();
  }

  useCommands(mayConnect ? [{ name: t`Connect OpenClaw`, run: start }] : []);
  return (
    <Section
      title={t`OpenClaw`}
      note={
        <Trans>
          An OpenClaw agent takes over chats, answers visitors, works on leads and logs tasks. It gets a key of its own,
          bound to a member of the team called OpenClaw: what it does stands under that name, in the inbox and in the
          audit.
        </Trans>
      }
      actions={
        mayConnect && (
          <Button size="xs" loading={isBusy} onClick={start}>
            {isConnected ? <Trans>Make another key</Trans> : <Trans>Connect OpenClaw</Trans>}
          </Button>
        )
      }
    >
      <Loaded query={query}>{({ openClawSetup }) => <Setup setup={openClawSetup} />}</Loaded>
      {may('keys:read') && <AgentKeys keys={keys} />}
      <AskOnce
        isOpen={isAsking}
        title={t`Make another key for OpenClaw?`}
        text={t`Agents hold keys already, and those keep working. The new one is for one more agent, or takes the place of one that you revoke.`}
        action={t`Make the key`}
        onDone={() => void run()}
        onClose={() => setAsking(false)}
      />
      <Dialog isOpen={secret !== null} onClose={() => setSecret(null)} title={t`OpenClaw is connected`}>
        {secret !== null && <SecretOnce label={t`The agent’s key`} secret={secret} onDone={() => setSecret(null)} />}
      </Dialog>
    </Section>
  );
}
