import type { Rendered } from './render-cache.ts';
import type { RenderedStream } from './rendered-stream.ts';

export type TwofoldAnswer = { readonly answer: Rendered; readonly isBeside: boolean };

/** A stream of events with hints between them. It ends with its events, and events go first. */
export class TwofoldStream implements AsyncIterableIterator<TwofoldAnswer, undefined> {
  readonly #events: RenderedStream;
  readonly #hints: RenderedStream | null;
  readonly #listening = new Set<RenderedStream>();
  #wake = (): void => undefined;

  constructor(events: RenderedStream, hints: RenderedStream | null) {
    this.#events = events;
    this.#hints = hints;
    if (!hints) return;
    if (events.ended) void hints.return();
    else events.onDone(() => void hints.return());
  }

  async next(): Promise<IteratorResult<TwofoldAnswer, undefined>> {
    for (;;) {
      const event = this.#events.take();
      if (event) return { done: false, value: { answer: event, isBeside: false } };
      if (this.#events.ended) return { done: true, value: undefined };
      const hint = this.#hints?.take();
      if (hint?.errors) continue;
      if (hint) return { done: false, value: { answer: hint, isBeside: true } };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        this.#listen(this.#events);
        if (this.#hints && !this.#hints.ended) this.#listen(this.#hints);
      });
    }
  }

  async return(): Promise<IteratorResult<TwofoldAnswer, undefined>> {
    await this.#events.return();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Once for each time that something may have come: who waits for both is wakened by one alone. */
  #listen(stream: RenderedStream): void {
    if (this.#listening.has(stream)) return;
    this.#listening.add(stream);
    stream.whenReady(() => {
      this.#listening.delete(stream);
      this.#wake();
    });
  }
}
