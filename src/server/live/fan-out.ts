import type { Rendered } from './render-cache.ts';

/** Where frames go: a socket that says when it has taken one. */
export type FrameSink = {
  /** A promise only where the receiver is slow: nothing more should be sent before it is kept. */
  send(frame: Buffer): Promise<void> | undefined;
};

type FanOutOptions = {
  readonly operationId: string;
  readonly stream: AsyncIterableIterator<Rendered, undefined>;
  readonly sink: FrameSink;
};

const suffix = Buffer.from('}');

/**
 * Sends a stream's answers as the `next` frames of one operation: the operation's own prefix and the bytes that all who
 * asked the same share, where the protocol library would turn every answer into JSON for every socket. To that library it
 * is a stream without answers, which ends when all frames are sent.
 */
export class FanOut implements AsyncIterableIterator<never, undefined> {
  readonly #options: FanOutOptions;
  readonly #prefix: Buffer;
  #stopped = false;

  constructor(options: FanOutOptions) {
    this.#options = options;
    this.#prefix = Buffer.from(`{"id":${JSON.stringify(options.operationId)},"type":"next","payload":`);
  }

  async next(): Promise<IteratorResult<never, undefined>> {
    const { stream, sink } = this.#options;
    while (!this.#stopped) {
      const { done, value } = await stream.next();
      if (done || this.#stopped) break;
      const slow = sink.send(Buffer.concat([this.#prefix, value.json, suffix]));
      if (slow) await slow;
    }
    return this.return();
  }

  async return(): Promise<IteratorResult<never, undefined>> {
    if (!this.#stopped) {
      this.#stopped = true;
      await this.#options.stream.return?.();
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
