import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Words } from '../words/en.ts';
import { keepText, keptText } from './notes.ts';

/** What the server takes, in the units in which it counts. */
const longest = 10_000;
const warnAt = 500;
/** What may wait to be sent. */
const mostWaiting = 50;

type ComposerProps = {
  readonly widgetKey: string;
  readonly words: Words;
  readonly waiting: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (hasText: boolean) => void;
  readonly onSend: (text: string) => void;
};

export function Composer({ widgetKey, words, waiting, field, onWrite, onSend }: ComposerProps) {
  const [text, setText] = useState(() => keptText(`draft ${widgetKey}`));
  const left = longest - text.trim().length;
  const isFull = waiting >= mostWaiting;
  const mayGo = text.trim() !== '' && left >= 0 && !isFull;

  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 140)}px`;
  }, [text]);

  const write = (written: string) => {
    setText(written);
    keepText(`draft ${widgetKey}`, written);
  };
  const send = () => {
    if (!mayGo) return;
    onSend(storable(text.trim()));
    write('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  const note = isFull ? words.full : left < 0 ? words.over(-left) : left < warnAt ? words.left(left) : '';
  return (
    <div class="composer">
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={words.label}
        aria-describedby="note"
        aria-invalid={left < 0}
        placeholder={words.placeholder}
        value={text}
        onInput={({ currentTarget }) => {
          write(currentTarget.value);
          onWrite(currentTarget.value.trim() !== '');
        }}
        onKeyDown={onKeyDown}
      />
      {/* No form: a sandboxed page may not submit one. Not disabled, so that its reason can be read and focus stays. */}
      <button type="button" class="send" aria-label={words.send} aria-disabled={!mayGo} onClick={send}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M4 20l17-8L4 4v6l11 2-11 2z" />
        </svg>
      </button>
      <p id="note" dir="auto" class={left < 0 || isFull ? 'limit over' : 'limit'} role="status">
        {note}
      </p>
    </div>
  );
}

/** Without what the server cannot store: NUL and half surrogate pairs. */
const storable = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
