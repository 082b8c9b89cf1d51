import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, NativeSelect, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog, FormEnd } from '../../../parts/dialog.tsx';
import { SecretOnce } from '../../../parts/secret-once.tsx';
import { type Dialect, DialectsDocument, KeyBusinessesDocument, MintKeyDocument } from '../generated/operations.ts';
import { NotDone } from '../../../parts/not-done.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly onMade: () => void };

export function MintKey(props: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t`Make a key`} size="lg">
      {props.isOpen && <Fields {...props} />}
    </Dialog>
  );
}

const dayMs = 86_400_000;

/** What a new key is to be. Nothing is offered that the viewer does not hold; what a dialect cannot hold the server says. */
function Fields({ onClose, onMade }: Props) {
  const { t } = useLingui();
  const { viewer, may } = useSession();
  const [name, setName] = useState('');
  const [{ data: told }] = useQuery({ query: DialectsDocument });
  // A widget's key is made with the widget.
  const dialects = (told?.dialects?.enumValues ?? []).map((value) => value.name).filter((one) => one !== 'WIDGET');
  const isDialect = (text: string): text is Dialect => dialects.includes(text);
  const [dialect, setDialect] = useState<Dialect>('GRAPHQL');
  const [which, setWhich] = useState('all');
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [businessId, setBusinessId] = useState('');
  const [days, setDays] = useState('');
  const [error, setError] = useState<CombinedError | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [{ data }] = useQuery({
    query: KeyBusinessesDocument,
    pause: !may('businesses:read') || viewer.business !== null,
  });
  const mint = useMutate(MintKeyDocument);

  async function save() {
    setSaving(true);
    const answer = await mint({
      input: {
        name,
        dialect,
        scopes: which === 'all' ? null : [...scopes],
        businessId: businessId || null,
        expiresAt: days === '' ? null : new Date(Date.now() + Number(days) * dayMs).toISOString(),
      },
    });
    setSaving(false);
    if (answer.error) return setError(answer.error);
    setSecret(answer.data.createApiKey.secret);
    return onMade();
  }

  if (secret !== null) return <SecretOnce label={t`The key`} secret={secret} onDone={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <NotDone title={t`No key was made`} error={error} />
        <TextInput
          data-autofocus
          required
          maxLength={200}
          label={t`Name`}
          description={t`Which program holds it, so that it is known whom to tell.`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`Dialect`}
          description={t`The API it speaks.`}
          data={dialects.length > 0 ? dialects : [dialect]}
          value={dialect}
          onChange={({ currentTarget: { value } }) => isDialect(value) && setDialect(value)}
        />
        <Radio.Group label={t`It may do`} value={which} onChange={setWhich}>
          <Stack gap="sm" mt="xs">
            <Radio value="all" label={t`All that the dialect documents and you may do yourself`} />
            <Radio value="some" label={t`Only what is chosen here`} />
          </Stack>
        </Radio.Group>
        {which === 'some' && (
          <Checkbox.Group aria-label={t`Scopes`} value={[...scopes]} onChange={setScopes}>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
              {viewer.scopes.map((scope) => (
                <Checkbox key={scope} value={scope} label={scope} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
        )}
        {data && data.businesses.nodes.length > 0 && (
          <NativeSelect
            label={t`Locked to a business`}
            data={[
              { value: '', label: t`No: all of the workspace` },
              ...data.businesses.nodes.map((business) => ({ value: business.id, label: business.name })),
            ]}
            value={businessId}
            onChange={(event) => setBusinessId(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={t`Ends`}
          data={[
            { value: '', label: t`When yours does, else never` },
            { value: '1', label: t`In a day` },
            { value: '30', label: t`In 30 days` },
            { value: '90', label: t`In 90 days` },
            { value: '365', label: t`In a year` },
          ]}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <FormEnd onCancel={onClose} isBusy={isSaving} disabled={which === 'some' && scopes.length === 0}>
          <Trans>Make the key</Trans>
        </FormEnd>
      </Stack>
    </form>
  );
}
