import type { z } from 'zod';
import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { CalendarFailure, CalendarToken } from '../../domain/calendars/calendar-client.ts';
import { calendars } from '../../domain/calendars/calendars.ts';
import { limits } from '../../limits.ts';
import { createProvider, type Surroundings } from '../provider/provider.ts';
import { NotAskedError, ProviderError } from '../provider/provider-error.ts';
import { readJson } from '../provider/read-json.ts';
import type { Chunks } from '../provider/send.ts';

type Asking<T> = {
  readonly token: CalendarToken;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly read: (chunks: Chunks) => Promise<T>;
  /** What a 404 means, where it is an answer and no failure. */
  readonly absent?: T;
};

type AskCalendar = <T>(asking: Asking<T>) => Promise<T | CalendarFailure>;

/** An answer of which nothing matters. */
export const unread = async (): Promise<null> => null;

export const readAs = <S extends z.ZodType>(shape: S) => readJson(shape, limits.calendarBytes);

/** Asks a provider of bookings with the token of a workspace; what the provider does about it is answered, not thrown. */
export function createAskCalendar(
  surroundings: Surroundings,
  provider: CalendarProvider,
  baseUrl: string,
): AskCalendar {
  const { name, token: what } = calendars[provider];
  const { ask } = createProvider(surroundings, {
    capability: provider,
    isWorkspaces: true,
    baseUrl,
    headers: { Accept: 'application/json' },
    keyVariable: `the ${what}`,
    timeoutMs: limits.calendarMs,
    checkPath: '/',
  });

  return async ({ token: { orgId, token, isKept }, method, path, body, read, absent }) => {
    try {
      return await ask({
        onBehalf: { orgId, businessId: null, conversationId: null },
        isOtherKey: !isKept,
        method,
        path,
        headers: { Authorization: `Bearer ${token}` },
        body: body ?? null,
        // A webhook that was asked for twice would be there twice.
        ...(method === 'POST' && { tries: 1 }),
        ...(absent !== undefined && { absent: { value: absent, receivedChars: 0 } }),
        signal: new AbortController().signal,
        read: (chunks) => read(chunks).then((value) => ({ value, receivedChars: 0 })),
      });
    } catch (error) {
      return toFailure(error, name);
    }
  };
}

function toFailure(error: unknown, name: string): CalendarFailure {
  if (error instanceof NotAskedError)
    return failure(
      error.why === 'BUSY'
        ? `${name} is asked for much at the moment. Try again in a minute.`
        : `${name} is left alone after what failed. Try again in a minute.`,
    );
  if (!(error instanceof ProviderError)) throw error;
  const { message, status, retryAfterMs } = error;
  return {
    failed:
      status === 403
        ? `${name} does not let this token do that: its rights or its plan (HTTP 403).`
        : `${name}: ${message}`,
    isRefusedToken: status === 401,
    retryAfterSeconds: retryAfterMs === null ? null : Math.ceil(retryAfterMs / 1000),
  };
}

const failure = (failed: string): CalendarFailure => ({
  failed,
  isRefusedToken: false,
  retryAfterSeconds: 60,
});
