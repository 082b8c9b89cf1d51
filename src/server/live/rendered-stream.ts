import type { Follower } from '../../events/follow.ts';
import type { LogEvent } from '../../events/snapshot.ts';
import type { TypingHint } from '../../events/typing.ts';
import type { Answer } from './audiences.ts';
import type { Rendered } from './render-cache.ts';

type RenderedStreamOptions = {
  readonly source: Pick<Follower, 'stopped' | 'whenReady'> & {
    take(): LogEvent | TypingHint | undefined;
    return(): Promise<unknown>;
  };
  readonly mayGoOn: () => boolean;
  readonly render: (event: LogEvent | TypingHint) => Answer;
  readonly fail: (error: unknown) => Rendered;
};

/**
 * One subscriber's answers, read either as an iterator, or by who takes what is at hand and is called back for more. What ends
 * the stream early is told in one last answer.
 */
export class RenderedStream implements AsyncIterableIterator<Rendered, undefined> {
  readonly #options: RenderedStreamOptions;
  readonly #onDone: (() => void)[] = [];
  #coming: Answer | undefined;
  #last: Rendered | undefined;
  #done = false;

  constructor(options: RenderedStreamOptions) {
    this.#options = options;
  }

  /** Nothing comes any more. */
  get ended(): boolean {
    return this.#done && this.#last === undefined;
  }

  /** The next answer, where it is at hand. */
  take(): Rendered | undefined {
    try {
      const answer = this.#done ? undefined : this.#takeNext();
      if (answer) return answer;
    } catch (error) {
      void this.end(error);
    }
    const last = this.#last;
    this.#last = undefined;
    return last;
  }

  /** Calls back once, when there may be something to take, or nothing comes any more. */
  whenReady(callback: () => void): void {
    if (this.#coming && !this.#done) this.#coming.whenMade(callback);
    else this.#options.source.whenReady(callback);
  }

  async next(): Promise<IteratorResult<Rendered, undefined>> {
    for (;;) {
      const value = this.take();
      if (value) return { done: false, value };
      if (this.ended) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.whenReady(resolve));
    }
  }

  async return(): Promise<IteratorResult<Rendered, undefined>> {
    if (!this.#done) {
      this.#done = true;
      for (const listener of this.#onDone) listener();
      await this.#options.source.return();
    }
    return { done: true, value: undefined };
  }

  /** Ends the stream with an answer that holds this error. */
  async end(error: unknown): Promise<void> {
    if (this.#done) return;
    this.#last = this.#options.fail(error);
    await this.return();
  }

  onDone(listener: () => void): void {
    this.#onDone.push(listener);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #takeNext(): Rendered | undefined {
    const { source, mayGoOn, render } = this.#options;
    if (!this.#coming) {
      const event = source.take();
      if (source.stopped || (event && !mayGoOn())) void this.return();
      if (this.#done || !event) return undefined;
      this.#coming = render(event);
    }
    const { rendered, failure } = this.#coming;
    if (!rendered && failure === undefined) return undefined;
    this.#coming = undefined;
    if (!rendered) throw failure;
    return rendered;
  }
}
