import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';

/** Waits for the first part, so that what goes wrong until then can still be answered as an error. */
export async function begin(parts: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const iterator = parts[Symbol.asyncIterator]();
  let first: Promise<IteratorResult<string>> | null = Promise.resolve(await iterator.next());
  return {
    [Symbol.asyncIterator]: () => ({
      next() {
        const result = first ?? iterator.next();
        first = null;
        return result;
      },
      return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    }),
  };
}

/** Encoded at once: a string's length in bytes is asked for first, which reads all of it another time. */
async function* encoded(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield Buffer.from(part);
}

/**
 * Writes part after part, each once the receiver has taken the one before. Where the receiver leaves, reading stops.
 * @throws what reading throws; the connection is broken off then, since its status was already sent.
 */
export async function pour(parts: AsyncIterable<string>, receiver: Writable): Promise<void> {
  try {
    await pipeline(Readable.from(encoded(parts)), receiver);
  } catch (error) {
    const left = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!left) throw error;
  }
}

/** The same parts; a receiver that does not come for the next one in time is cut off, whatever it has not taken yet. */
export async function* cutWhenStalled(
  parts: AsyncIterable<string>,
  receiver: Pick<Writable, 'destroy'>,
  stallMs: number,
): AsyncGenerator<string> {
  for await (const part of parts) {
    const cut = setTimeout(() => receiver.destroy(), stallMs);
    try {
      yield part;
    } finally {
      clearTimeout(cut);
    }
  }
}
