import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fromLocal, toLocal } from '../../parts/local-time.ts';
import type { TaskType } from './generated/operations.ts';
import { isWordOf, types } from './words.ts';

export type TaskInput = { readonly title: string; readonly type: TaskType; readonly dueAt: string | null };

type Props = {
  readonly initial: TaskInput;
  readonly action: string;
  readonly isDisabled?: boolean;
  readonly onSubmit: (input: TaskInput) => Promise<void>;
};

export function TaskForm({ initial, action, isDisabled = false, onSubmit }: Props) {
  const { t, i18n } = useLingui();
  const [title, setTitle] = useState(initial.title);
  const [type, setType] = useState(initial.type);
  const [due, setDue] = useState(toLocal(initial.dueAt));
  const [isBusy, setBusy] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() === '') return;
        setBusy(true);
        void onSubmit({ title: title.trim(), type, dueAt: fromLocal(due) }).finally(() => setBusy(false));
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t`What is to be done`}
          maxLength={500}
          data-autofocus
          readOnly={isDisabled}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`Kind`}
          disabled={isDisabled}
          value={type}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isWordOf(types, value)) setType(value);
          }}
          data={Object.entries(types).map(([value, name]) => ({ value, label: i18n._(name) }))}
        />
        <TextInput
          label={t`Due`}
          type="datetime-local"
          readOnly={isDisabled}
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
        {!isDisabled && (
          <Group justify="flex-end">
            <Button type="submit" loading={isBusy} disabled={title.trim() === ''}>
              {action === '' ? <Trans>Save</Trans> : action}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
