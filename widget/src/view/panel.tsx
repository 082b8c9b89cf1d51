import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Chat } from '../chat/create-chat.ts';
import type { ChatState } from '../chat/chat-state.ts';
import { wordsOf } from '../words/words-of.ts';
import { Composer } from './composer.tsx';
import { Thread } from './thread.tsx';
import { Trouble } from './trouble.tsx';
import { Who } from './who.tsx';

export type PanelProps = {
  readonly chat: Chat;
  readonly state: ChatState;
  readonly isOpen: boolean;
  /** Whether opening takes the focus. */
  readonly takesFocus: boolean;
  readonly widgetKey: string;
  readonly language: string;
  readonly isRightToLeft: boolean;
  readonly title: string | null;
  readonly onClose: () => void;
};

export function Panel(props: PanelProps) {
  const { chat, state, isOpen, takesFocus, widgetKey, language, isRightToLeft, title, onClose } = props;
  const { words, spoken } = useMemo(() => wordsOf(language), [language]);
  const time = useMemo(() => timeFormat(language || spoken), [language, spoken]);
  const field = useRef<HTMLTextAreaElement>(null);
  const name = title ?? words.title;

  useLayoutEffect(() => {
    if (isOpen && takesFocus) field.current?.focus();
  }, [isOpen, takesFocus]);
  useEffect(() => {
    if (isOpen && state.unread > 0 && !document.hidden) void chat.markRead();
  }, [isOpen, state.unread]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    onClose();
  };

  return (
    <section
      class="panel"
      role="dialog"
      aria-label={name}
      lang={spoken}
      dir={isRightToLeft ? 'rtl' : 'ltr'}
      hidden={!isOpen}
      onKeyDown={onKeyDown}
    >
      <header>
        <Who {...{ state, words }} title={name} />
        <button type="button" class="close" aria-label={words.close} onClick={onClose}>
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      <Trouble problem={state.problem} words={words} />
      <Thread {...{ state, chat, words, time, isOpen }} />
      <Composer
        {...{ widgetKey, words, field }}
        waiting={state.waiting.length}
        onWrite={(hasText) => chat.write(hasText)}
        onSend={(text) => void chat.say(text)}
      />
    </section>
  );
}

function timeFormat(language: string): Intl.DateTimeFormat {
  const options = { hour: 'numeric', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
