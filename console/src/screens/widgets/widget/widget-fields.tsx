import { useLingui } from '@lingui/react/macro';
import { NumberInput, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CombinedError } from 'urql';
import { readOrigins } from '../origins.ts';
import { OriginsField } from './origins-field.tsx';
import { FormEnd } from '../../../parts/dialog.tsx';
import { NotDone } from '../../../parts/not-done.tsx';

export type Wanted = {
  readonly name: string;
  readonly allowedOrigins: readonly string[];
  readonly leadsPerHour: number;
};

type Props = {
  readonly start: Wanted;
  readonly action: string;
  /** Answers what went wrong. */
  readonly onSave: (wanted: Wanted) => Promise<CombinedError | null>;
  readonly onClose: () => void;
  /** Further fields. */
  readonly children?: ReactNode;
};

/** What a widget is called, and who may use it how much. */
export function WidgetFields({ start, action, onSave, onClose, children }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(start.name);
  const [text, setText] = useState(start.allowedOrigins.join('\n'));
  const [leadsPerHour, setLeadsPerHour] = useState<number | string>(start.leadsPerHour);
  const [error, setError] = useState<CombinedError | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function save() {
    setSaving(true);
    const failed = await onSave({ name, allowedOrigins: readOrigins(text), leadsPerHour: Number(leadsPerHour) });
    setSaving(false);
    setError(failed);
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
          description={t`Which page it is for; visitors do not see it.`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <OriginsField text={text} onChange={setText} />
        <NumberInput
          required
          min={0}
          max={10_000}
          allowDecimal={false}
          label={t`Leads it may make in any hour`}
          description={t`Beyond, chats go on and make none, so that nobody fills your list by writing nonsense.`}
          value={leadsPerHour}
          onChange={setLeadsPerHour}
        />
        {children}
        <FormEnd onCancel={onClose} isBusy={isSaving} disabled={leadsPerHour === ''}>
          {action}
        </FormEnd>
      </Stack>
    </form>
  );
}
