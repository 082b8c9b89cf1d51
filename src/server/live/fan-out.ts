import { ofItsOwn } from '../../own-memory.ts';
import type { RenderedStream } from './rendered-stream.ts';

/** Where messages go: a socket that says when it has taken one. */
export type MessageSink = {
  /**
   * Sends one message of two parts, the second of which others are sent, too. Answers a promise only where the receiver is slow:
   * nothing more should be sent before it is kept.
   */
  sendShared(prefix: Buffer, shared: Buffer): Promise<void> | undefined;
};

type FanOutOptions = {
  readonly operationId: string;
  readonly stream: Pick<RenderedStream, 'take' | 'ended' | 'whenReady' | 'return'>;
  readonly sink: MessageSink;
};

/**
 * Sends a stream's answers as the `next` messages of one operation: the operation's own prefix and the bytes that all who
 * asked the same share, where the protocol library would turn every answer into JSON for every socket. To that library it
 * is a stream without answers, which ends when all are sent.
 */
export class FanOut implements AsyncIterableIterator<never, undefined> {
  readonly #options: FanOutOptions;
  readonly #prefix: Buffer;
  readonly #finished = Promise.withResolvers<IteratorResult<never, undefined>>();
  #stopped = false;

  constructor(options: FanOutOptions) {
    this.#options = options;
    this.#prefix = ofItsOwn(Buffer.from(`{"id":${JSON.stringify(options.operationId)},"type":"next","payload":`));
  }

  next(): Promise<IteratorResult<never, undefined>> {
    this.#send();
    return this.#finished.promise;
  }

  async return(): Promise<IteratorResult<never, undefined>> {
    if (!this.#stopped) {
      this.#stopped = true;
      await this.#options.stream.return();
      this.#finished.resolve({ done: true, value: undefined });
    }
    return this.#finished.promise;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  readonly #send = (): void => {
    const { stream, sink } = this.#options;
    while (!this.#stopped) {
      const answer = stream.take();
      if (answer) {
        const slow = sink.sendShared(this.#prefix, answer.messageEnd);
        if (slow) return void slow.then(this.#send);
      } else if (stream.ended) {
        void this.return();
      } else {
        return stream.whenReady(this.#send);
      }
    }
  };
}
