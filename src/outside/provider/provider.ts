import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { type Clock, sharedNow } from '../../clock.ts';
import type { OutsideCapability } from '../../db/generated/prisma/enums.ts';
import type { OnBehalf } from '../../domain/outside/capabilities.ts';
import { DomainError } from '../../errors.ts';
import { createTurns } from '../../turns.ts';
import { TimedOutError } from '../../webhooks/post/post-failure.ts';
import { passGate, type Pool } from './gate.ts';
import { NotAskedError, ProviderError } from './provider-error.ts';
import { createRecordCall } from './record-call.ts';
import { type Chunks, send, type Sent, toProviderError } from './send.ts';

/** What every provider is made with. */
export type Surroundings = {
  readonly pool: Pool;
  readonly agent: Dispatcher;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'info'>;
};

export type ProviderOptions = {
  readonly capability: OutsideCapability;
  /** Whether it is asked with the workspace's own key, so that nobody has to grant it, and one that is refused tells nothing against it. */
  readonly isWorkspaces?: boolean;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The variable that holds its key. */
  readonly keyVariable: string;
  /** For a call with all of its tries. */
  readonly timeoutMs: number;
  /** What answers where it is well, and costs nothing. */
  readonly checkPath: string;
  /** What shows whether the key is right, where what is asked above wants none. */
  readonly tried?: { readonly path: string; readonly body: object };
};

type Answered<T> = { readonly value: T; readonly receivedChars: number };

export type Asked<T> = {
  readonly onBehalf: OnBehalf;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Beside the provider's own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Null for none. */
  readonly body: object | null;
  /** How often it is sent at most; twice by default. */
  readonly tries?: number;
  /** What a 404 means, where it is an answer and no failure. */
  readonly absent?: Answered<T>;
  /** Whether the key is not the one that is kept: how the call goes does not tell how that one fares. */
  readonly isOtherKey?: boolean;
  readonly signal: AbortSignal;
  /** Headers that sign the body, made anew for each try. */
  readonly sign?: (body: string) => Readonly<Record<string, string>>;
  readonly read: (chunks: Chunks) => Promise<Answered<T>>;
};

/** How a provider fares, as this node saw it last. */
export type ProviderState = 'UNKNOWN' | 'WORKING' | 'FAILING';

export type Provider = {
  /** @throws ProviderError where it failed; NotAskedError where nothing was sent */
  ask<T>(asked: Asked<T>): Promise<T>;
  /** Whether it answers, asked for a workspace that may use it and written down like any call; null where it does. @throws NotAskedError where nothing was sent */
  test(onBehalf: OnBehalf): Promise<ProviderError | null>;
  /** Whether it answers, told to the log. */
  check(): Promise<void>;
  readonly state: ProviderState;
};

const usualTries = 2;
const pauseMs = 250;
const atOnce = 8;
const checkMs = 5000;

/** What has no such address, or takes no GET there, may do its work all the same. */
const isThere = ({ status }: ProviderError): boolean => status === 404 || status === 405;

/** One provider: whom it serves, how long it is waited for, how often it is asked again, what of it is written down. */
export function createProvider(surroundings: Surroundings, options: ProviderOptions): Provider {
  const { pool, agent, clock, log } = surroundings;
  const { capability, baseUrl, timeoutMs, keyVariable, checkPath, tried, isWorkspaces = false } = options;
  const { host } = new URL(baseUrl);
  const recordCall = createRecordCall(surroundings, { capability, host });
  const turns = createTurns(atOnce, timeoutMs);
  let state: ProviderState = 'UNKNOWN';

  const there: Sent = { method: 'GET', url: baseUrl + checkPath, headers: options.headers };
  const toSent = (method: Sent['method'], path: string, body: string | null, headers = {}): Sent => ({
    method,
    url: baseUrl + path,
    headers: { ...(body !== null && { 'Content-Type': 'application/json' }), ...options.headers, ...headers },
    ...(body !== null && { body }),
  });

  async function sendAgain<T>(
    sent: Sent,
    { read, sign, absent, signal }: Pick<Asked<T>, 'read' | 'sign' | 'absent'> & { signal: AbortSignal },
    tries: number,
    count: () => number,
  ): Promise<Answered<T>> {
    for (;;) {
      const isLast = count() >= tries;
      try {
        const signed = { ...sent, headers: { ...sent.headers, ...sign?.(sent.body ?? '') } };
        return await send(signed, read, { agent, signal, timeoutMs, keyVariable, now: () => clock.now() });
      } catch (error) {
        const failed = toProviderError(error, timeoutMs);
        if (absent && failed.status === 404) return absent;
        // Who asks to be left alone for longer than the caller waits is left alone by all.
        if (isLast || !failed.isPassing || (failed.retryAfterMs ?? 0) > timeoutMs / 2) throw failed;
        await pause(failed.retryAfterMs ?? pauseMs, signal, failed);
      }
    }
  }

  async function ask<T>({ onBehalf, signal: left, read, sign, absent, ...asked }: Asked<T>): Promise<T> {
    const { orgId } = onBehalf;
    await passGate(pool, { orgId, capability, isWorkspaces, now: sharedNow(clock) });
    const { method = 'POST', path, body } = asked;
    const text = body === null ? null : JSON.stringify(body);
    const sent = toSent(method, path, text, asked.headers);
    const startedAt = performance.now();
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new TimedOutError()), timeoutMs).unref();
    const leave = () => over.abort(new TimedOutError());
    left.addEventListener('abort', leave);
    if (left.aborted) leave();
    let count = 0;
    let turnAt = Number.POSITIVE_INFINITY;
    const record = async (error: ProviderError | null, receivedChars: number) => {
      state = error?.isProviders ? 'FAILING' : 'WORKING';
      const { isOtherKey = false } = asked;
      const sentChars = text?.length ?? 0;
      await recordCall(onBehalf, { startedAt, tries: count, sentChars, receivedChars, error, isOtherKey });
    };
    try {
      const wait = { read, ...(sign && { sign }), ...(absent && { absent }), signal: over.signal };
      const work = () => {
        turnAt = performance.now();
        return sendAgain(sent, wait, asked.tries ?? usualTries, () => (count += 1));
      };
      const { value, receivedChars } = await turns(orgId, work, over.signal);
      await record(null, receivedChars);
      return value;
    } catch (error) {
      // Its turn never came: others of the workspace wait for the provider, which was asked nothing.
      if (error instanceof DomainError) throw new NotAskedError(capability, 'BUSY');
      const failed = toProviderError(error, timeoutMs);
      // What is left after the wait for its turn may be too little for any provider.
      const isShort = over.signal.aborted && performance.now() - turnAt < timeoutMs / 2;
      const isRefusedKey = isWorkspaces && (failed.status === 401 || failed.status === 403);
      const told =
        isShort || isRefusedKey
          ? new ProviderError(failed.message, { status: failed.status, isProviders: false })
          : failed;
      await record(told, 0);
      throw told;
    } finally {
      clearTimeout(timer);
      left.removeEventListener('abort', leave);
    }
  }

  async function look(sent: Sent): Promise<void> {
    const signal = AbortSignal.timeout(checkMs);
    await send(sent, async () => undefined, { agent, signal, timeoutMs: checkMs, keyVariable, now: () => clock.now() });
  }

  async function test(onBehalf: OnBehalf): Promise<ProviderError | null> {
    await passGate(pool, { orgId: onBehalf.orgId, capability, isWorkspaces, now: sharedNow(clock) });
    const startedAt = performance.now();
    const sent = tried ? toSent('POST', tried.path, JSON.stringify(tried.body)) : there;
    const found = await look(sent).then(
      () => null,
      (error: unknown) => toProviderError(error, checkMs),
    );
    // Whether it does its work is not known: the breaker stays as it is.
    const isAbsent = sent === there && found !== null && isThere(found);
    const error = isAbsent ? new ProviderError(found.message, { status: found.status, isProviders: false }) : found;
    if (!isAbsent) state = error?.isProviders ? 'FAILING' : 'WORKING';
    await recordCall(onBehalf, { startedAt, tries: 1, sentChars: sent.body?.length ?? 0, receivedChars: 0, error });
    return isAbsent ? null : error;
  }

  async function check(): Promise<void> {
    try {
      await look(there);
      state = 'WORKING';
      log.info({ capability, provider: host }, 'The provider answers.');
    } catch (error) {
      if (error instanceof ProviderError && isThere(error)) return;
      state = 'FAILING';
      log.warn(
        { capability, provider: host, reason: toProviderError(error, checkMs).message },
        'The provider does not answer as it should.',
      );
    }
  }

  return {
    ask,
    test,
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
