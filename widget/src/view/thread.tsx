import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/create-chat.ts';
import type { ChatState } from '../chat/chat-state.ts';
import type { Words } from '../words/en.ts';
import { MessageRow, speakerOf, WaitingRow } from './messages.tsx';

type ThreadProps = {
  readonly state: ChatState;
  readonly chat: Chat;
  readonly words: Words;
  readonly time: Intl.DateTimeFormat;
  readonly isOpen: boolean;
};

/** Near enough to the end to be taken along. */
const nearPx = 80;

/** What was said. It keeps to its end as it grows, unless the visitor reads further up: then it offers to. */
export function Thread({ state, chat, words, time, isOpen }: ThreadProps) {
  const { messages, waiting, isLoading, standing, isAnswering, typing, problem } = state;
  const isWriting = isAnswering || typing !== null;
  const person = typing === 'human' ? standing?.agent?.name : undefined;
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [isBehind, setBehind] = useState(false);
  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight });

  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
    else if (messages.at(-1)?.role !== 'visitor') setBehind(true);
  }, [messages]);
  // Their own word, and opening, always lead to the end.
  useLayoutEffect(toEnd, [waiting.length, isOpen]);
  useLayoutEffect(() => {
    if (isAnswering || (isWriting && isAtEnd.current)) toEnd();
  }, [isAnswering, isWriting]);
  useEffect(() => {
    const box = log.current;
    if (!box) return;
    const observer = new ResizeObserver(() => isAtEnd.current && toEnd());
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const box = log.current;
    if (!box) return;
    isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
    if (isAtEnd.current) setBehind(false);
  };

  return (
    <div class="thread">
      {/* It scrolls, so the keyboard must reach it. */}
      <div class="log" role="log" aria-label={words.title} tabIndex={0} ref={log} onScroll={onScroll}>
        {messages.length + waiting.length === 0 && (
          <p class="hello" dir="auto">
            {isLoading ? words.loading : words.hello}
          </p>
        )}
        <ol>
          {messages.map((message, index) => {
            const before = messages[index - 1];
            const goesOn = before !== undefined && speakerOf(before, words) === speakerOf(message, words);
            return <MessageRow key={message.id} {...{ message, goesOn, words, time }} />;
          })}
          {waiting.map((item) => (
            <WaitingRow
              key={item.key}
              item={item}
              isHeld={problem !== null}
              words={words}
              onSendAgain={(key) => void chat.sendAgain(key)}
              onRemove={(key) => void chat.remove(key)}
            />
          ))}
        </ol>
        {isWriting && (
          <p class="answering" dir="auto">
            {person === undefined ? words.answering : words.typing(person)}
          </p>
        )}
      </div>
      {isBehind && (
        <button type="button" class="latest" onClick={toEnd}>
          {words.latest} ↓
        </button>
      )}
    </div>
  );
}
