import type { Kept } from './kept.ts';
import type { Store } from './store.ts';

/** What is kept, and the other tabs' news of it. */
export type Keeping = {
  readonly now: () => Kept;
  keep(by: (kept: Kept) => Kept): Promise<Kept>;
  /** Reads what other tabs did while this one was not listening, and listens. */
  listen(): Promise<void>;
  stopListening(): void;
};

export async function createKeeping(key: string, store: Store, changed: () => void): Promise<Keeping> {
  let kept = await store.read();
  let channel: BroadcastChannel | null = null;
  const reread = async () => {
    kept = await store.read();
    changed();
  };
  return {
    now: () => kept,
    async keep(by) {
      let isNews = false;
      kept = await store.change((before) => {
        const after = by(before);
        isNews = after !== before;
        return after;
      });
      // oxlint-disable-next-line require-post-message-target-origin -- a channel, not a window
      if (isNews) channel?.postMessage(null);
      changed();
      return kept;
    },
    async listen() {
      if (!channel && store.isShared) {
        channel = new BroadcastChannel(`tributary-chat ${key}`);
        channel.addEventListener('message', () => void reread());
      }
      await reread();
    },
    // A page that listens is not kept for the way back.
    stopListening() {
      channel?.close();
      channel = null;
    },
  };
}
