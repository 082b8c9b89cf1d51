import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, MultiSelect, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { toProblem } from '../../../data/problem.ts';
import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog, FormEnd } from '../../../parts/dialog.tsx';
import { writeEventType } from '../../../parts/event-type.ts';
import { SecretOnce } from '../../../parts/secret-once.tsx';
import { tellDone } from '../../../parts/tell.ts';
import {
  CreateEndpointDocument,
  type EndpointFactsFragment,
  type EventType,
  FormChoicesDocument,
  UpdateEndpointDocument,
  type WebhookFormat,
} from '../generated/operations.ts';
import { NotDone } from '../../../parts/not-done.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  /** What is edited; a new one by default. */
  readonly endpoint?: EndpointFactsFragment;
};

/** Registers an endpoint, or changes one. */
export function EndpointForm(props: Props) {
  const { t } = useLingui();
  const { isOpen, onClose, endpoint } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={endpoint ? t`Edit the endpoint` : t`Register an endpoint`}
      size="lg"
    >
      {isOpen && <Fields {...props} />}
    </Dialog>
  );
}

function Fields({ onClose, onSaved, endpoint }: Props) {
  const { t } = useLingui();
  const { may, viewer } = useSession();
  const [url, setUrl] = useState(endpoint?.url ?? 'https://');
  const [format, setFormat] = useState<WebhookFormat>(endpoint?.format ?? 'STANDARD');
  const [types, setTypes] = useState<readonly EventType[]>(endpoint?.types ?? []);
  const [businessId, setBusinessId] = useState(viewer.business?.id ?? '');
  const [alsoStandard, setAlsoStandard] = useState(endpoint?.alsoStandard ?? false);
  const [error, setError] = useState<CombinedError | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [made, setMade] = useState<{ readonly secret: string; readonly warnings: readonly string[] } | null>(null);
  const { data, error: unread } = useLiveQuery(FormChoicesDocument, {
    variables: { businesses: may('businesses:read') },
    on: [],
  });
  const create = useMutate(CreateEndpointDocument);
  const update = useMutate(UpdateEndpointDocument);
  const known = data?.types?.enumValues ?? [];
  const formats = (data?.formats?.enumValues ?? []).map(({ name }) => name);
  const isFormat = (text: string): text is WebhookFormat => formats.includes(text);
  const isType = (text: string): text is EventType => known.some(({ name }) => name === text);

  async function save() {
    setSaving(true);
    const common = { url, types: [...types], ...(format !== 'STANDARD' && { alsoStandard }) };
    if (endpoint) {
      const answer = await update({ id: endpoint.id, input: common });
      setSaving(false);
      if (answer.error) return setError(answer.error);
      tellDone(t`Endpoint changed`);
      onClose();
    } else {
      const answer = await create({ input: { ...common, format, businessId: businessId || null } });
      setSaving(false);
      if (answer.error) return setError(answer.error);
      const { signingSecret, warnings } = answer.data.createWebhookEndpoint;
      setMade({ secret: signingSecret, warnings });
    }
    return onSaved();
  }

  if (made)
    return <SecretOnce label={t`The signing secret`} secret={made.secret} warnings={made.warnings} onDone={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <NotDone title={t`Not saved`} error={error} />
        <TextInput
          data-autofocus
          type="url"
          required
          label={t`Address`}
          description={t`Where each event is posted. It answers with a 2xx within 10 seconds.`}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        {!endpoint && (
          <NativeSelect
            label={t`Format`}
            description={t`STANDARD is Standard Webhooks and carries every event; the others are as their documents say.`}
            data={formats.length > 0 ? formats : [format]}
            value={format}
            onChange={({ currentTarget: { value } }) => isFormat(value) && setFormat(value)}
          />
        )}
        <MultiSelect
          label={t`Events`}
          error={unread && toProblem(unread).message}
          description={t`None chosen is every one the format carries.`}
          placeholder={types.length === 0 ? t`Every event` : ''}
          searchable
          maxDropdownHeight={240}
          data={known.map(({ name }) => ({ value: name, label: writeEventType(name) }))}
          value={[...types]}
          onChange={(chosen) => setTypes(chosen.filter(isType))}
        />
        {!endpoint && data?.businesses && data.businesses.nodes.length > 0 && !viewer.business && (
          <NativeSelect
            label={t`Business`}
            data={[
              { value: '', label: t`All of the workspace` },
              ...data.businesses.nodes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={businessId}
            onChange={(event) => setBusinessId(event.currentTarget.value)}
          />
        )}
        {format !== 'STANDARD' && (
          <Checkbox
            label={t`Send the headers of Standard Webhooks as well`}
            checked={alsoStandard}
            onChange={(event) => setAlsoStandard(event.currentTarget.checked)}
          />
        )}
        <FormEnd onCancel={onClose} isBusy={isSaving}>
          {endpoint ? <Trans>Save</Trans> : <Trans>Register</Trans>}
        </FormEnd>
      </Stack>
    </form>
  );
}
