import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, NumberInput, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { toProblem } from '../../../data/problem.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { FormEnd } from '../../../parts/dialog.tsx';
import { NotDone } from '../../../parts/not-done.tsx';
import { tellDone } from '../../../parts/tell.ts';
import { ConnectMailboxDocument, type MailboxFactsFragment } from '../generated/operations.ts';

type Props = {
  readonly sourceId: string;
  /** The one that is connected; null where none is. */
  readonly mailbox: MailboxFactsFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

const fields = ['host', 'port', 'user', 'password', 'folder'] as const;
type Field = (typeof fields)[number];

/** Connects a mailbox, once the server could read it. The password is told once, and never shown. */
export function MailboxForm({ sourceId, mailbox, onClose, onSaved }: Props) {
  const { t } = useLingui();
  const [host, setHost] = useState(mailbox?.host ?? 'imap.gmail.com');
  const [isSecure, setSecure] = useState(mailbox?.isSecure ?? true);
  const [port, setPort] = useState<number | null>(mailbox?.port ?? null);
  const [user, setUser] = useState(mailbox?.user ?? '');
  const [password, setPassword] = useState('');
  const [folder, setFolder] = useState(mailbox?.folder ?? 'INBOX');
  const [error, setError] = useState<CombinedError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const connect = useMutate(ConnectMailboxDocument);
  const problem = error && toProblem(error);
  const wrong = fields.find((field) => field === problem?.field);
  const wrongAt = (field: Field) => (wrong === field ? problem?.message : undefined);

  async function save() {
    setBusy(true);
    const input = { host: host.trim(), isSecure, port, user: user.trim(), password, folder: folder.trim() || null };
    const { error: refused } = await connect({ id: sourceId, input });
    setBusy(false);
    setError(refused);
    if (refused) return;
    tellDone(t`The mailbox is connected: who writes to it from now on becomes a lead`);
    onSaved();
    onClose();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        {wrong === undefined && <NotDone title={t`The mailbox is not connected`} error={error} />}
        <p className="muted">
          <Trans>
            It is read once before it is connected. Its mails stay as they are, and those of before are not read.
          </Trans>
        </p>
        <TextInput
          data-autofocus
          required
          label={t`Server`}
          description={t`As its provider names it for IMAP.`}
          maxLength={253}
          value={host}
          error={wrongAt('host')}
          onChange={(event) => setHost(event.currentTarget.value)}
        />
        <Checkbox
          label={t`Speaks TLS from the first byte`}
          description={t`Else it is asked to change to it before the password is told.`}
          checked={isSecure}
          onChange={(event) => setSecure(event.currentTarget.checked)}
        />
        <NumberInput
          label={t`Port`}
          placeholder={isSecure ? '993' : '143'}
          min={1}
          max={65_535}
          allowDecimal={false}
          value={port ?? ''}
          error={wrongAt('port')}
          onChange={(value) => setPort(typeof value === 'number' ? value : null)}
        />
        <TextInput
          required
          label={t`User`}
          description={t`At Gmail the whole address.`}
          autoComplete="off"
          maxLength={320}
          value={user}
          error={wrongAt('user')}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <PasswordInput
          required
          label={t`Password`}
          description={t`At Gmail one for apps. It is kept encrypted and shown to nobody.`}
          autoComplete="new-password"
          maxLength={1000}
          value={password}
          error={wrongAt('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <TextInput
          label={t`Folder`}
          description={t`At Gmail a label is one.`}
          placeholder="INBOX"
          maxLength={500}
          value={folder}
          error={wrongAt('folder')}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <FormEnd onCancel={onClose} isBusy={isBusy}>
          <Trans>Connect</Trans>
        </FormEnd>
      </Stack>
    </form>
  );
}
