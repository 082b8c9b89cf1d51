import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { monotonicFactory } from 'ulid';
import { type Clock, sharedNow } from '../../clock.ts';
import type { Capability, OnBehalf } from '../../domain/outside/capabilities.ts';
import { DomainError } from '../../errors.ts';
import { createTurns } from '../../turns.ts';
import { TimedOutError } from '../../webhooks/post/post-failure.ts';
import { passGate, type Pool } from './gate.ts';
import { ProviderError } from './provider-error.ts';
import { recordCall } from './record-call.ts';
import { type Chunks, send, type Sent, toProviderError } from './send.ts';

/** What every provider is made with. */
export type Surroundings = {
  readonly pool: Pool;
  readonly agent: Dispatcher;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'info'>;
};

export type ProviderOptions = {
  readonly capability: Capability;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The variable that holds its key. */
  readonly keyVariable: string;
  /** For a call with all of its tries. */
  readonly timeoutMs: number;
  /** What answers where it is well, and costs nothing. */
  readonly checkPath: string;
};

type Answered<T> = { readonly value: T; readonly receivedChars: number };

export type Asked<T> = {
  readonly onBehalf: OnBehalf;
  readonly path: string;
  readonly body: object;
  readonly signal: AbortSignal;
  readonly read: (chunks: Chunks) => Promise<Answered<T>>;
};

/** How a provider fares, as this node saw it last. */
export type ProviderState = 'UNKNOWN' | 'WORKING' | 'FAILING';

export type Provider = {
  /** @throws ProviderError where it failed; NotAskedError where nothing was sent */
  ask<T>(asked: Asked<T>): Promise<T>;
  /** Whether it answers, told to the log. */
  check(): Promise<void>;
  readonly state: ProviderState;
};

const tries = 2;
const pauseMs = 250;
const atOnce = 8;
const checkMs = 5000;

/** One provider: whom it serves, how long it is waited for, how often it is asked again, what of it is written down. */
export function createProvider(surroundings: Surroundings, options: ProviderOptions): Provider {
  const { pool, agent, clock, log } = surroundings;
  const { capability, baseUrl, timeoutMs, keyVariable, checkPath } = options;
  const { host } = new URL(baseUrl);
  const nextId = monotonicFactory();
  const turns = createTurns(atOnce, timeoutMs);
  let state: ProviderState = 'UNKNOWN';

  async function sendAgain<T>(
    sent: Sent,
    { read, signal }: Pick<Asked<T>, 'read'> & { signal: AbortSignal },
    count: () => number,
  ): Promise<Answered<T>> {
    for (;;) {
      const isLast = count() >= tries;
      try {
        return await send(sent, read, { agent, signal, timeoutMs, keyVariable, now: () => clock.now() });
      } catch (error) {
        const failed = toProviderError(error, timeoutMs);
        // Who asks to be left alone for longer than the caller waits is left alone by all.
        if (isLast || !failed.isPassing || (failed.retryAfterMs ?? 0) > timeoutMs / 2) throw failed;
        await pause(failed.retryAfterMs ?? pauseMs, signal, failed);
      }
    }
  }

  async function ask<T>({ onBehalf, path, body, signal: left, read }: Asked<T>): Promise<T> {
    const { orgId } = onBehalf;
    await passGate(pool, { orgId, capability, now: sharedNow(clock) });
    const text = JSON.stringify(body);
    const sent = {
      method: 'POST',
      url: baseUrl + path,
      headers: { 'Content-Type': 'application/json', ...options.headers },
      body: text,
    } as const;
    const startedAt = performance.now();
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new TimedOutError()), timeoutMs).unref();
    const leave = () => over.abort(new TimedOutError());
    left.addEventListener('abort', leave);
    if (left.aborted) leave();
    let tried = 0;
    const record = async (error: ProviderError | null, receivedChars: number) => {
      state = error?.isProviders ? 'FAILING' : 'WORKING';
      const durationMs = Math.round(performance.now() - startedAt);
      const call = { ...onBehalf, id: nextId(clock.now().getTime()).toLowerCase(), capability, provider: host };
      const told = { ...call, tries: tried, durationMs, sentChars: text.length, receivedChars, error };
      try {
        await recordCall(pool, told, sharedNow(clock));
      } catch (reason) {
        log.warn({ err: reason, orgId, capability }, 'A call of a provider could not be written down.');
      }
    };
    try {
      const wait = { read, signal: over.signal };
      const { value, receivedChars } = await turns(orgId, () => sendAgain(sent, wait, () => (tried += 1)), over.signal);
      await record(null, receivedChars);
      return value;
    } catch (error) {
      // Its turn never came: others of the workspace wait for the provider.
      const failed = error instanceof DomainError ? new TimedOutError() : error;
      const told = toProviderError(failed, timeoutMs);
      await record(told, 0);
      throw told;
    } finally {
      clearTimeout(timer);
      left.removeEventListener('abort', leave);
    }
  }

  async function check(): Promise<void> {
    const signal = AbortSignal.timeout(checkMs);
    const sent = { method: 'GET', url: baseUrl + checkPath, headers: options.headers } as const;
    try {
      await send(sent, async () => undefined, {
        agent,
        signal,
        timeoutMs: checkMs,
        keyVariable,
        now: () => clock.now(),
      });
      state = 'WORKING';
      log.info({ capability, provider: host }, 'The provider answers.');
    } catch (error) {
      // What has no such address may do its work all the same.
      if (error instanceof ProviderError && error.status === 404) return;
      state = 'FAILING';
      log.warn(
        { capability, provider: host, reason: toProviderError(error, checkMs).message },
        'The provider does not answer as it should.',
      );
    }
  }

  return {
    ask,
    check,
    get state() {
      return state;
    },
  };
}

/** @throws what failed, where the time is over first */
async function pause(ms: number, signal: AbortSignal, failed: ProviderError): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const end = () => reject(failed);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  await promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  });
}
