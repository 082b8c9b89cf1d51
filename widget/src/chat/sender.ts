import type { Api } from './api.ts';
import type { Problem } from './chat-state.ts';
import { change, confirm, forgetConversation, type Item, nextOf, withBody } from './kept.ts';
import type { Keeping } from './keeping.ts';
import { Refusal, verdictOf } from './refusal.ts';
import { backoffMs } from './waits.ts';
import type { Said } from './wire.ts';

type SenderOptions = {
  readonly api: Api;
  readonly keeping: Keeping;
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
  readonly language: string | null;
  readonly confirmed: (item: Item, said: Said) => void;
  readonly told: (problem: Problem | null) => void;
};

/** So often the same message may be told that it is still being answered. */
const busyTimes = 8;

/** Sends what waits, one after the other, each until it is answered. */
export function createSender({ api, keeping, inTurn, language, confirmed, told }: SenderOptions) {
  let isDraining = false;
  let sending: Item | null = null;
  let failures = 0;
  let limitedUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function drain(): Promise<void> {
    if (isDraining || !nextOf(keeping.now())) return;
    isDraining = true;
    clearTimeout(timer);
    try {
      await inTurn(async () => {
        while (await sendNext());
      });
    } finally {
      isDraining = false;
    }
  }

  /** Whether another one may go at once. */
  async function sendNext(): Promise<boolean> {
    const waitMs = limitedUntil - Date.now();
    if (waitMs > 0) return later(waitMs);
    const kept = await keeping.keep((before) => withBody(before, language));
    const item = nextOf(kept);
    if (!item) return false;
    sending = item;
    try {
      const said = await api.say(kept.token, item);
      failures = 0;
      told(null);
      confirmed(item, said);
      await keeping.keep((before) => confirm(before, item.key, said));
      return true;
    } catch (error) {
      return await failed(item, error);
    } finally {
      sending = null;
    }
  }

  async function failed(item: Item, error: unknown): Promise<boolean> {
    const verdict = verdictOf(error);
    const wanted = error instanceof Refusal ? error.retryAfterMs : null;
    failures += 1;
    const waitMs = Math.max(wanted ?? 0, backoffMs(failures));
    if (verdict === 'limited') {
      limitedUntil = Date.now() + waitMs;
      told({ kind: 'limited', until: limitedUntil });
      return later(waitMs);
    }
    if (verdict === 'gone') {
      const { conversationId, outbox } = keeping.now();
      // Who reads may have met the same first: then it waits under another key already.
      if (!outbox.some(({ key }) => key === item.key)) return true;
      if (conversationId !== null) {
        await keeping.keep(forgetConversation);
        return true;
      }
    }
    if (verdict === 'gone' || verdict === 'unavailable') {
      told({ kind: 'unavailable' });
      return false;
    }
    if (verdict === 'refused' || (verdict === 'busy' && failures > busyTimes)) {
      failures = 0;
      await keeping.keep((kept) => change(kept, item.key, { isRefused: true }));
      return true;
    }
    if (verdict === 'later') told({ kind: navigator.onLine ? 'unreachable' : 'offline' });
    return later(waitMs);
  }

  function later(ms: number): false {
    clearTimeout(timer);
    timer = setTimeout(() => void drain(), ms);
    return false;
  }

  return {
    drain,
    sending: () => sending,
    /** Tries at once what was put off, unless the server wants to be left alone. */
    hurry(): void {
      failures = 0;
      void drain();
    },
  };
}
