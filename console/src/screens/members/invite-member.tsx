import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useMutate } from '../../data/use-mutate.ts';
import { Dialog, FormEnd } from '../../parts/dialog.tsx';
import { InviteDocument, type MemberRole } from './generated/operations.ts';
import { LinkOnce } from './link-once.tsx';
import { roles } from '../../parts/words.ts';
import { isRole } from './roles.ts';
import { useRoles } from './use-roles.ts';
import { NotDone } from '../../parts/not-done.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly onDone: () => void };

export function InviteMember(props: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t`Invite somebody`}>
      {props.isOpen && <Fields {...props} />}
    </Dialog>
  );
}

/** Who is to come, and as what: no role is offered that may what the viewer may not. */
function Fields({ onClose, onDone }: Props) {
  const { t } = useLingui();
  const { offered, aboutOf } = useRoles();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MemberRole>(offered.includes('AGENT') ? 'AGENT' : 'VIEWER');
  const [error, setError] = useState<CombinedError | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  const invite = useMutate(InviteDocument);

  async function save() {
    setSaving(true);
    const answer = await invite({ input: { name, email, role } });
    setSaving(false);
    if (answer.error) return setError(answer.error);
    setUrl(answer.data.inviteMember.url);
    return onDone();
  }

  if (url !== null) return <LinkOnce name={name} url={url} onDone={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <NotDone title={t`Nobody was invited`} error={error} />
        <TextInput
          data-autofocus
          required
          maxLength={200}
          label={t`Name`}
          description={t`Shown to visitors beside what they answer.`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          required
          type="email"
          label={t`E-mail`}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Radio.Group label={t`Role`} value={role} onChange={(value) => isRole(value) && setRole(value)}>
          <Stack gap="sm" mt="xs">
            {offered.map((one) => (
              <Radio key={one} value={one} label={t(roles[one])} description={aboutOf(one)} />
            ))}
          </Stack>
        </Radio.Group>
        <FormEnd onCancel={onClose} isBusy={isSaving}>
          <Trans>Make the link</Trans>
        </FormEnd>
      </Stack>
    </form>
  );
}
