import type { ExecutionResult } from 'graphql';

/** An execution's answer, and the bytes of it that all its receivers share. */
export type Rendered = ExecutionResult & {
  /** Its JSON, and the brace that ends the message which carries it over a socket. */
  readonly messageEnd: Buffer;
  /** Yoga asks an answer for its JSON by this name. */
  stringify(): string;
};

export type RenderCache = {
  /** The kept answer, the one that is just being made, or a new one. */
  get(key: string, render: () => Promise<Rendered>): Promise<Rendered>;
  readonly entries: number;
  readonly bytes: number;
};

type Entry = { rendered: Promise<Rendered> | undefined; bytes: number };

/** Keeps the newest answers, as many as fit; an answer with errors is shared while it is made, but not kept. */
export function createRenderCache({ maxEntries = 5000, maxBytes = 64 * 1024 * 1024 } = {}): RenderCache {
  const entries = new Map<string, Entry>();
  let bytes = 0;

  function drop(key: string, entry: Entry): void {
    if (entries.get(key) !== entry) return;
    entries.delete(key);
    bytes -= entry.bytes;
  }

  function trim(): void {
    for (const [key, entry] of entries) {
      if (entries.size <= maxEntries && bytes <= maxBytes) return;
      drop(key, entry);
    }
  }

  async function keep(key: string, entry: Entry, rendering: Promise<Rendered>): Promise<Rendered> {
    try {
      const rendered = await rendering;
      if (rendered.errors) drop(key, entry);
      else weigh(key, entry, rendered.messageEnd.byteLength);
      return rendered;
    } catch (error) {
      drop(key, entry);
      throw error;
    }
  }

  function weigh(key: string, entry: Entry, size: number): void {
    if (entries.get(key) !== entry) return;
    entry.bytes = size;
    bytes += size;
    trim();
  }

  return {
    get(key, render) {
      const known = entries.get(key);
      if (known?.rendered) return known.rendered;
      const entry: Entry = { rendered: undefined, bytes: 0 };
      entries.set(key, entry);
      trim();
      entry.rendered = keep(key, entry, render());
      return entry.rendered;
    },
    get entries() {
      return entries.size;
    },
    get bytes() {
      return bytes;
    },
  };
}
