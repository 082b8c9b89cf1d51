import type { Item } from '../chat/kept.ts';
import type { Message } from '../chat/wire.ts';
import type { Words } from '../words/en.ts';
import { Face } from './face.tsx';
import { LinkedText } from './linked-text.tsx';

type MessageRowProps = {
  readonly message: Message;
  /** Whether the one before is of the same speaker, who need not be named again. */
  readonly goesOn: boolean;
  readonly words: Words;
  readonly time: Intl.DateTimeFormat;
};

export function MessageRow({ message, goesOn, words, time }: MessageRowProps) {
  const { role, content, isTranslated, author, createdAt } = message;
  const isOwn = role === 'visitor';
  const at = new Date(createdAt);
  return (
    <li class={isOwn ? 'own' : 'other'}>
      {!isOwn && !goesOn && <Face author={author} />}
      <div class="said">
        <p class={isOwn || goesOn ? 'hidden' : 'name'}>{speakerOf(message, words)}</p>
        <p class="bubble" dir="auto">
          <LinkedText text={content} />
        </p>
        <p class="note">
          {isTranslated && <span>{words.translated} · </span>}
          {!Number.isNaN(at.getTime()) && <time dateTime={createdAt}>{time.format(at)}</time>}
        </p>
      </div>
    </li>
  );
}

export function speakerOf({ role, author }: Message, words: Words): string {
  if (role === 'visitor') return words.you;
  if (role === 'ai') return words.ai;
  if (role === 'system') return words.notice;
  return author?.name || words.team;
}

type WaitingRowProps = {
  readonly item: Item;
  readonly isHeld: boolean;
  readonly words: Words;
  readonly onSendAgain: (key: string) => void;
  readonly onRemove: (key: string) => void;
};

/** What the visitor wrote and nobody has yet. */
export function WaitingRow({ item, isHeld, words, onSendAgain, onRemove }: WaitingRowProps) {
  return (
    <li class="own waiting">
      <div class="said">
        <p class="hidden">{words.you}</p>
        <p class="bubble" dir="auto">
          <LinkedText text={item.text} />
        </p>
        {item.isRefused ? (
          <p class="note failed">
            {words.refused}{' '}
            <button type="button" class="link" onClick={() => onSendAgain(item.key)}>
              {words.sendAgain}
            </button>{' '}
            <button type="button" class="link" onClick={() => onRemove(item.key)}>
              {words.remove}
            </button>
          </p>
        ) : (
          <p class="note">{isHeld ? words.kept : words.sending}</p>
        )}
      </div>
    </li>
  );
}
