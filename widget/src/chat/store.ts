import { createStore, get, update } from 'idb-keyval';
import { type Kept, newKept } from './kept.ts';

export type Store = {
  read(): Promise<Kept>;
  /** One step, also against other tabs. */
  change(by: (kept: Kept) => Kept): Promise<Kept>;
  /** Whether other tabs see the same. */
  readonly isShared: boolean;
};

/** Opening may hang where a browser keeps storage from a page without saying so. */
const openMs = 3000;

/** In IndexedDB; in memory where the browser keeps it from the page, as in a sandbox, or has no room any more. */
export async function openStore(key: string): Promise<Store> {
  try {
    const database = createStore('tributary-chat', 'chats');
    let last = (await inTime(get<Kept>(key, database))) ?? newKept();
    let instead: Store | null = null;
    return {
      isShared: true,
      async read() {
        if (instead) return instead.read();
        return (last = (await get<Kept>(key, database).catch(() => undefined)) ?? last);
      },
      async change(by) {
        try {
          if (!instead) {
            await update<Kept>(key, (before) => (last = by(before ?? last)), database);
            return last;
          }
        } catch {
          instead = memoryStore(last);
        }
        return instead.change(by);
      },
    };
  } catch {
    return memoryStore(newKept());
  }
}

const inTime = <Value>(value: Promise<Value>): Promise<Value> =>
  Promise.race([
    value,
    new Promise<never>((_, reject) => void setTimeout(() => reject(new Error('Storage does not open.')), openMs)),
  ]);

function memoryStore(first: Kept): Store {
  let kept = first;
  return {
    isShared: false,
    read: async () => kept,
    change: async (by) => (kept = by(kept)),
  };
}
