import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Textarea } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { ownerOf } from '../../../data/own-words.ts';
import { useSession } from '../../../data/session.tsx';
import classes from '../inbox.module.css';
import type { Held } from '../use-holder.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { useOutbox } from './outbox.tsx';
import { useTellTyping } from './use-tell-typing.ts';

type Props = { readonly id: string; readonly held: Held; readonly holder: string | null };

const maxLength = 10_000;

/** Where the holder answers. What somebody typed and did not send stays with its conversation until they sign out or the tab is closed. */
export function Composer({ id, held, holder }: Props) {
  const { t } = useLingui();
  const { may, viewer } = useSession();
  const owner = ownerOf(viewer);
  const { send } = useOutbox();
  const typing = useTellTyping(id);
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => draftOf(owner, id));
  const mayReply = held === 'me' && may('conversations:reply');
  useCommands(mayReply ? [{ name: t`Write a reply`, key: 'r', run: () => input.current?.focus() }] : []);

  function write(value: string): void {
    setText(value);
    keepDraft(owner, id, value);
  }

  function submit(): void {
    if (text.trim() === '') return;
    send(id, text.trim());
    typing.sent();
    write('');
    input.current?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') input.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  if (!mayReply)
    return (
      <div className={`${classes['composer'] ?? ''} muted`}>
        {held === 'closed' && <Trans>Closed: nobody answers here any more.</Trans>}
        {held === 'other' && <Trans>{holder} answers. You can read along.</Trans>}
        {held === 'nobody' && <Trans>The AI answers. Take over to write yourself.</Trans>}
        {held === 'me' && <Trans>Your role may not reply.</Trans>}
      </div>
    );
  return (
    <div className={classes['composer']}>
      <Textarea
        ref={input}
        aria-label={t`Reply`}
        placeholder={t`Reply to the visitor`}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={maxLength}
        value={text}
        onChange={(event) => {
          write(event.currentTarget.value);
          typing.write(event.currentTarget.value.trim() !== '');
        }}
        onKeyDown={onKey}
      />
      <Group justify="space-between" mt="sm">
        <span className="muted">
          <Trans>Enter sends, Shift+Enter makes a line</Trans>
        </span>
        <Button size="xs" onClick={submit} disabled={text.trim() === ''}>
          <Trans>Send</Trans>
        </Button>
      </Group>
    </div>
  );
}
