import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Center } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SaidFragment } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import { Message } from './message.tsx';
import { PendingMessage } from './pending-message.tsx';
import type { Pending } from './reply-queue.ts';
import { Typing } from './typing.tsx';
import type { Typist } from './use-typing.ts';

type Props = {
  readonly messages: readonly SaidFragment[];
  readonly pending: readonly Pending[];
  readonly visitor: string | null;
  /** Who writes at this moment. */
  readonly typing: readonly Typist[];
  readonly holder: string | null;
  readonly hasOlder: boolean;
  readonly onOlder: () => Promise<void>;
  /** It went on to what is new. */
  readonly onFollowed: () => void;
};

const nearPx = 120;
const quietMs = 100;

/** What was said, oldest first. It follows what is new as long as one is at its end. */
export function Log({ messages, pending, visitor, typing, holder, hasOlder, onOlder, onFollowed }: Props) {
  const { t } = useLingui();
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [isBehind, setIsBehind] = useState(false);
  const [isReading, setIsReading] = useState(false);
  // What was said before is not read aloud, as what is new is.
  const [isQuiet, setIsQuiet] = useState(true);
  const heightBefore = useRef<number | null>(null);
  const last = pending.at(-1)?.key ?? messages.at(-1)?.id;
  const first = messages[0]?.id;

  useEffect(() => {
    if (!isQuiet || isReading) return undefined;
    const timer = setTimeout(() => setIsQuiet(false), quietMs);
    return () => clearTimeout(timer);
  }, [isQuiet, isReading]);
  useLayoutEffect(() => {
    const element = log.current;
    if (!element || heightBefore.current === null) return;
    element.scrollTop += element.scrollHeight - heightBefore.current;
    heightBefore.current = null;
  }, [first]);
  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    if (!isAtEnd.current) return setIsBehind(true);
    element.scrollTop = element.scrollHeight;
    onFollowed();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each message that is new
  }, [last]);

  // Never pushes anybody who reads further up.
  useLayoutEffect(() => {
    const element = log.current;
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [typing.length]);

  function follow(): void {
    const element = log.current;
    if (!element) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    if (isAtEnd.current) setIsBehind(false);
  }

  async function readOlder(): Promise<void> {
    heightBefore.current = log.current?.scrollHeight ?? null;
    setIsReading(true);
    setIsQuiet(true);
    await onOlder();
    setIsReading(false);
  }

  return (
    <div
      ref={log}
      className={classes['log']}
      onScroll={follow}
      role="log"
      aria-label={t`Messages`}
      aria-busy={isQuiet}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
      tabIndex={0}
    >
      {hasOlder && (
        <Center mb="md">
          <Button variant="default" size="xs" loading={isReading} onClick={() => void readOlder()}>
            <Trans>Older messages</Trans>
          </Button>
        </Center>
      )}
      <ol className={classes['messages']}>
        {messages.map((message, index) => (
          <Message key={message.id} message={message} before={messages[index - 1] ?? null} visitor={visitor} />
        ))}
        {pending.map((one, index) => (
          <PendingMessage key={one.key} pending={one} isBehind={index > 0 && pending[0]?.state !== 'sending'} />
        ))}
      </ol>
      {typing.map((by) => (
        <Typing key={by} by={by} visitor={visitor} holder={holder} />
      ))}
      {isBehind && (
        <button
          type="button"
          className={`offer ${classes['offer'] ?? ''} ${classes['down'] ?? ''}`}
          onClick={() => log.current?.scrollTo({ top: log.current.scrollHeight })}
        >
          <Trans>New messages</Trans>
        </button>
      )}
    </div>
  );
}
