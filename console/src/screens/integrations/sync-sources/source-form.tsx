import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useQuery } from 'urql';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog } from '../../../parts/dialog.tsx';
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

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  /** What is edited; a new one by default. */
  readonly source?: SyncSourceFactsFragment;
};

/** Notes a source, or changes the note of one. */
export function SourceForm(props: Props) {
  const { t } = useLingui();
  const { isOpen, onClose, source } = props;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={source ? t`Edit the source` : t`Note a source`}>
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
  const [error, setError] = useState<CombinedError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [{ data }] = useQuery({ query: SyncSourceChoicesDocument });
  const create = useMutate(CreateSyncSourceDocument);
  const update = useMutate(UpdateSyncSourceDocument);
  const read = readObject(config);

  async function save() {
    if (read === undefined) return;
    setBusy(true);
    const input = { name, type, targetStage: stage || null, config: read };
    const answer = source ? await update({ id: source.id, input }) : await create({ input });
    setBusy(false);
    if (answer.error) return setError(answer.error);
    tellDone(source ? t`Source changed` : t`Source noted`);
    onClose();
    return onSaved();
  }

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
          label={t`How to reach it`}
          description={t`A JSON object, for the agent. Whoever may read leads sees it, so no password belongs here.`}
          autosize
          minRows={3}
          maxRows={12}
          value={config}
          error={read === undefined ? t`This is no JSON object.` : undefined}
          onChange={(event) => setConfig(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={isBusy} disabled={read === undefined}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
