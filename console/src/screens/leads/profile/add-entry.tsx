import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { useCommands } from '../../../app/commands.tsx';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import {
  AddNoteDocument,
  AddTaskDocument,
  AddTouchpointDocument,
  type TouchpointType,
} from '../generated/operations.ts';
import { touchpointTypes } from '../../../parts/words.ts';
import { isWordOf } from '../words.ts';
import classes from './profile.module.css';
import { Section } from './section.tsx';

type Kind = 'note' | 'touchpoint' | 'task';
type Props = { readonly leadId: string; readonly onAdded: () => void };

/** Writes a note, records a touchpoint or makes a task. */
export function AddEntry({ leadId, onAdded }: Props) {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const [addNote, addTouchpoint, addTask] = [
    useMutate(AddNoteDocument),
    useMutate(AddTouchpointDocument),
    useMutate(AddTaskDocument),
  ];
  const mayWrite = may('leads:write');
  const mayMakeTasks = may('tasks:write');
  const [kind, setKind] = useState<Kind>(mayWrite ? 'note' : 'task');
  const [text, setText] = useState('');
  const [type, setType] = useState<TouchpointType>('CALL');
  const [dueOn, setDueOn] = useState('');
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const write = (next: Kind) => {
    setKind(next);
    box.current?.focus();
  };
  useCommands([
    ...(mayWrite ? [{ name: t`Write a note`, key: 'n', run: () => write('note') }] : []),
    ...(mayWrite ? [{ name: t`Record a touchpoint`, key: 'p', run: () => write('touchpoint') }] : []),
    ...(mayMakeTasks ? [{ name: t`Make a task`, key: 't', run: () => write('task') }] : []),
  ]);
  if (!mayWrite && !mayMakeTasks) return null;

  async function send(words: string): Promise<CombinedError | null> {
    if (kind === 'note') return (await addNote({ input: { leadId, body: words } })).error;
    if (kind === 'touchpoint') return (await addTouchpoint({ input: { leadId, type, summary: words } })).error;
    const dueAt = dueOn === '' ? null : new Date(`${dueOn}T12:00:00`).toISOString();
    return (await addTask({ input: { leadId, title: words, type: 'FOLLOW_UP', dueAt } })).error;
  }
  async function submit(): Promise<void> {
    const words = text.trim();
    if (words === '' || isBusy) return;
    setBusy(true);
    const error = await send(words);
    setBusy(false);
    if (error) return tellFailed(t`Not added`, error);
    setText('');
    tellDone(t`Added`);
    return onAdded();
  }
  const kinds = [
    ...(mayWrite
      ? [{ value: 'note', label: t`Note` } as const, { value: 'touchpoint', label: t`Touchpoint` } as const]
      : []),
    ...(mayMakeTasks ? [{ value: 'task', label: t`Task` } as const] : []),
  ];
  return (
    <Section
      title={t`Add`}
      action={<SegmentedControl size="xs" aria-label={t`What to add`} value={kind} onChange={setKind} data={kinds} />}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Textarea
          ref={box}
          size="xs"
          rows={2}
          classNames={{ input: classes['growing'] ?? '' }}
          maxLength={kind === 'task' ? 500 : 10_000}
          aria-label={kind === 'note' ? t`Note` : kind === 'touchpoint' ? t`What happened` : t`What is to be done`}
          placeholder={kind === 'note' ? t`Note` : kind === 'touchpoint' ? t`What happened` : t`What is to be done`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void submit();
          }}
        />
        <Group justify="flex-end" gap="sm" mt="sm">
          {kind === 'touchpoint' && (
            <NativeSelect
              size="xs"
              aria-label={t`Kind of touchpoint`}
              value={type}
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (isWordOf(touchpointTypes, value)) setType(value);
              }}
              data={Object.entries(touchpointTypes).map(([value, name]) => ({ value, label: i18n._(name) }))}
            />
          )}
          {kind === 'task' && (
            <TextInput
              size="xs"
              type="date"
              aria-label={t`Due on`}
              value={dueOn}
              onChange={(event) => setDueOn(event.currentTarget.value)}
            />
          )}
          <Button size="xs" type="submit" loading={isBusy} disabled={text.trim() === ''}>
            <Trans>Add</Trans>
          </Button>
        </Group>
      </form>
    </Section>
  );
}
