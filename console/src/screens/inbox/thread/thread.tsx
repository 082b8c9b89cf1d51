import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Empty } from '../../../parts/empty.tsx';
import { Failed } from '../../../parts/failed.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import classes from '../inbox.module.css';
import { useHeld } from '../use-holder.ts';
import { Composer } from './composer.tsx';
import { Log } from './log.tsx';
import { useReplies } from './outbox.tsx';
import { ThreadHead } from './thread-head.tsx';
import { useThread } from './use-thread.ts';
import { useTyping } from './use-typing.ts';

type Props = { readonly id: string; readonly onLead: () => void };

export function Thread({ id, onLead }: Props) {
  const { t } = useLingui();
  const { query, messages, unread, readOn, hasOlder, readBack, letGo } = useThread(id);
  const { sent, pending } = useReplies();
  const held = useHeld();
  const typing = useTyping(id, messages);
  const conversation = query.data?.conversation;
  const all = useMemo(() => {
    const known = new Set(messages.map((message) => message.id));
    return [...messages, ...sent.filter((message) => message.conversationId === id && !known.has(message.id))];
  }, [messages, sent, id]);

  if (!conversation)
    return (
      <div className={classes['lead']}>
        <Loaded query={query} lines={6}>
          {() => (
            <Empty title={t`There is no such conversation`}>
              <Trans>Its address may be of another workspace.</Trans>
            </Empty>
          )}
        </Loaded>
      </div>
    );
  const state = held(conversation);
  return (
    <>
      <ThreadHead conversation={conversation} held={state} onLead={onLead} onChanged={query.refresh} />
      {unread && <Failed error={unread} onRetry={readOn} isStale />}
      <Log
        messages={all}
        pending={pending.filter((one) => one.conversationId === id)}
        visitor={conversation.visitor.name}
        typing={state === 'me' ? typing.filter((by) => by !== 'HUMAN') : typing}
        holder={conversation.takenOverBy?.name ?? null}
        hasOlder={hasOlder}
        onOlder={readBack}
        onFollowed={letGo}
      />
      <Composer id={id} held={state} holder={conversation.takenOverBy?.name ?? null} />
    </>
  );
}
