import { createApi } from './api.ts';
import { type ChatState, type Problem, unreadOf } from './chat-state.ts';
import { createFollower } from './follower.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { change, type Item, newItem, stillWaiting, without } from './kept.ts';
import { createSender } from './sender.ts';
import { openStore } from './store.ts';
import { createTurns } from './turns.ts';
import { createTypingTeller } from './typing.ts';

export type ChatOptions = {
  /** Where the installation is, with a slash at its end. */
  readonly base: string;
  readonly key: string;
  /** What the page is written in. */
  readonly language: string | null;
  readonly onChange: (state: ChatState) => void;
};

/** How long a message that was answered may be missing on the stream. */
const streamGraceMs = 2500;
const deafPollMs = 10_000;

/** One visitor's conversation with one widget, kept through reloads, tabs, and whatever the network does. */
export async function createChat({ base, key, language, onChange }: ChatOptions) {
  const api = createApi(base, key);
  const store = await openStore(key);
  let problems: { readonly sending: Problem | null; readonly hearing: Problem | null } = {
    sending: null,
    hearing: null,
  };
  let confirmed: readonly { readonly item: Item; readonly messageId: string }[] = [];
  let poll: ReturnType<typeof setInterval> | undefined;

  const keeping: Keeping = await createKeeping(key, store, () => {
    changed();
    follower.begin();
    void sender.drain();
  });
  const follower = createFollower({
    api,
    keeping,
    changed: () => changed(),
    told(hearing) {
      const isBack = problems.hearing !== null && hearing === null;
      problems = { ...problems, hearing };
      changed();
      if (isBack) sender.hurry();
    },
    streamed() {
      clearInterval(poll);
      poll = undefined;
    },
  });
  const sender = createSender({
    api,
    keeping,
    inTurn: createTurns(`tributary-chat ${key}`, store),
    language,
    told(sending) {
      problems = { ...problems, sending };
      changed();
    },
    confirmed(item, { conversationId, messageId, messages }) {
      if (keeping.now().conversationId === null) follower.beginWith(conversationId, messages);
      confirmed = [...confirmed, { item, messageId }];
      expectSoon(messageId);
    },
  });

  const typing = createTypingTeller(async (isTyping) => {
    const { conversationId, token } = keeping.now();
    if (conversationId !== null) await api.tellTyping(token, conversationId, isTyping);
  });

  function expectSoon(messageId: string): void {
    setTimeout(() => void catchUpOn(messageId), streamGraceMs);
  }

  async function catchUpOn(messageId: string): Promise<void> {
    if (follower.messages().some(({ id }) => id === messageId)) return;
    const wasDeaf = await follower.catchUp().catch(() => false);
    // A stream that is being opened again is not held back.
    if (wasDeaf && !problems.hearing)
      poll ??= setInterval(() => void follower.catchUp().catch(() => false), deafPollMs);
  }

  function stateNow(): ChatState {
    const [messages, standing, kept] = [follower.messages(), follower.standing(), keeping.now()];
    confirmed = confirmed.filter(({ messageId }) => !messages.some(({ id }) => id === messageId));
    const waiting = stillWaiting(messages, [...confirmed.map(({ item }) => item), ...kept.outbox]);
    const sending = sender.sending();
    const isHeard = sending !== null && !waiting.some((item) => item.key === sending.key);
    return {
      messages,
      waiting,
      standing,
      isLoading: follower.isReading(),
      isAnswering: isHeard && standing?.status === 'active',
      typing: follower.typing(),
      problem: problems.sending ?? problems.hearing,
      unread: unreadOf(messages, kept.read),
    };
  }

  function changed(): void {
    onChange(stateNow());
  }

  return {
    stateNow,
    /** Told only where a person answers, or is waited for: nobody else looks. */
    write(hasText: boolean): void {
      const standing = follower.standing();
      if (standing?.status === 'human_active' || standing?.isWaiting) typing.write(hasText);
    },
    async say(text: string): Promise<void> {
      typing.sent();
      const after = follower.messages().at(-1)?.id ?? null;
      await keeping.keep((kept) => ({ ...kept, outbox: [...kept.outbox, newItem(text, after)] }));
    },
    async sendAgain(itemKey: string): Promise<void> {
      await keeping.keep((kept) => change(kept, itemKey, { isRefused: false }));
    },
    async remove(itemKey: string): Promise<void> {
      await keeping.keep((kept) => without(kept, itemKey));
    },
    async markRead(): Promise<void> {
      const last = follower.messages().at(-1)?.id ?? null;
      if (last !== keeping.now().read) await keeping.keep((kept) => ({ ...kept, read: last }));
    },
    /** Somebody looks, or the network is back. */
    async wake(): Promise<void> {
      problems = { ...problems, hearing: null };
      await keeping.listen();
      follower.wake();
      for (const { messageId } of confirmed) expectSoon(messageId);
      sender.hurry();
    },
    offline(): void {
      follower.rest();
      problems = { ...problems, hearing: { kind: 'offline' } };
      changed();
    },
    /** Nobody looks: no stream is kept open. What waits is sent all the same. */
    rest(): void {
      follower.rest();
      keeping.stopListening();
    },
  };
}

export type Chat = Awaited<ReturnType<typeof createChat>>;
