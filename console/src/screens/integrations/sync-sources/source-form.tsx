import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { toProblem } from '../../../data/problem.ts';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog, FormEnd } from '../../../parts/dialog.tsx';
import { tellDone } from '../../../parts/tell.ts';
import {
  CreateSyncSourceDocument,
  SyncSourceChoicesDocument,
  type SyncSourceFactsFragment,
  type SyncSourceType,
  UpdateSyncSourceDocument,
} from '../generated/operations.ts';
import { isSourceType, sourceTypes } from '../words.ts';
import { NotDone } from '../../../parts/not-done.tsx';
import { MailboxForm } from './mailbox-form.tsx';
import { MappingFields } from './mapping-fields.tsx';
import { type Shown, ShownOnce } from './shown-once.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  /** What is edited; a new one by default. */
  readonly source?: SyncSourceFactsFragment;
};

/** Makes a source, or changes one. */
export function SourceForm(props: Props) {
  const { t } = useLingui();
  const { isOpen, onClose, source } = props;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={source ? t`Edit the source` : t`Make a source`}>
      {isOpen && <Fields {...props} />}
    </Dialog>
  );
}

/** The object that a text is in JSON; undefined where it is none. */
function readObject(text: string): object | null | undefined {
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function Fields({ onClose, onSaved, source }: Props) {
  const { t, i18n } = useLingui();
  const [name, setName] = useState(source?.name ?? '');
  const [type, setType] = useState<SyncSourceType>(source?.type ?? 'FORM_WEBHOOK');
  const [stage, setStage] = useState(source?.targetStage?.id ?? '');
  const [config, setConfig] = useState(source?.config == null ? '' : JSON.stringify(source.config, null, 2));
  const [mapping, setMapping] = useState(source?.mapping == null ? '' : JSON.stringify(source.mapping, null, 2));
  const [sample, setSample] = useState('');
  const [perHour, setPerHour] = useState<number | null>(source?.leadsPerHour ?? null);
  const [shown, setShown] = useState<Shown | null>(null);
  /** A source that was just made, and is read from a mailbox. */
  const [mailboxOf, setMailboxOf] = useState<string | null>(null);
  const [error, setError] = useState<CombinedError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { data, error: unread } = useLiveQuery(SyncSourceChoicesDocument, { variables: {}, on: [] });
  const create = useMutate(CreateSyncSourceDocument);
  const update = useMutate(UpdateSyncSourceDocument);
  const read = readObject(config);
  const pointers = readObject(mapping);
  const isWrong = read === undefined || pointers === undefined;

  async function save() {
    if (isWrong) return;
    setBusy(true);
    const input = { name, type, targetStage: stage || null, config: read, mapping: pointers, leadsPerHour: perHour };
    if (source) {
      const { error: refused } = await update({ id: source.id, input });
      setBusy(false);
      if (refused) return setError(refused);
      tellDone(t`Source changed`);
      onClose();
      return onSaved();
    }
    const { data: made, error: refused } = await create({ input });
    setBusy(false);
    if (refused) return setError(refused);
    tellDone(t`Source made`);
    onSaved();
    const { url, secret, syncSource } = made.createSyncSource;
    if (type === 'GMAIL') return setMailboxOf(syncSource.id);
    return url === null ? onClose() : setShown({ url, secret });
  }

  if (shown) return <ShownOnce {...shown} onDone={onClose} />;
  if (mailboxOf !== null)
    return <MailboxForm sourceId={mailboxOf} mailbox={null} onClose={onClose} onSaved={onSaved} />;

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
          required
          maxLength={200}
          label={t`Name`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`What it is`}
          data={Object.entries(sourceTypes).map(([value, label]) => ({ value, label: i18n._(label) }))}
          value={type}
          onChange={({ currentTarget: { value } }) => isSourceType(value) && setType(value)}
        />
        <NativeSelect
          label={t`Its leads begin in`}
          error={unread && toProblem(unread).message}
          data={[
            { value: '', label: t`The first stage` },
            ...(data?.stages ?? [])
              .toSorted((one, other) => one.order - other.order)
              .map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={stage}
          onChange={(event) => setStage(event.currentTarget.value)}
        />
        <Textarea
          label={t`Notes about it`}
          description={t`A JSON object, for whoever works with it. Whoever may read leads sees it, so no password belongs here.`}
          autosize
          minRows={3}
          maxRows={12}
          value={config}
          error={read === undefined ? t`This is no JSON object.` : undefined}
          onChange={(event) => setConfig(event.currentTarget.value)}
        />
        {type !== 'GMAIL' && (
          <>
            <MappingFields
              mapping={mapping}
              onMapping={setMapping}
              read={pointers}
              sample={sample}
              onSample={setSample}
            />
            <NumberInput
              label={t`Leads in an hour`}
              description={t`How many it may make or complete. Empty is 30 for a form, and any number for what signs.`}
              min={1}
              max={100_000}
              allowDecimal={false}
              value={perHour ?? ''}
              onChange={(value) => setPerHour(typeof value === 'number' ? value : null)}
            />
          </>
        )}
        <FormEnd onCancel={onClose} isBusy={isBusy} disabled={isWrong}>
          <Trans>Save</Trans>
        </FormEnd>
      </Stack>
    </form>
  );
}
