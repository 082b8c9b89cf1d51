import { RefusedAddressError } from './safe-address.ts';

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was closed before the answer was complete.',
  EPIPE: 'The connection was closed before the answer was complete.',
  UND_ERR_SOCKET: 'The connection was closed before the answer was complete.',
  UND_ERR_ABORTED: 'The connection was closed before the answer was complete.',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'The connection was closed before the answer was complete.',
  ENOTFOUND: 'The host name is not known.',
  EAI_AGAIN: 'The host name could not be resolved.',
  ENETUNREACH: 'The host cannot be reached.',
  EHOSTUNREACH: 'The host cannot be reached.',
};

/** The whole exchange took too long. */
export class TimedOutError extends Error {}

const timeouts = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'];

/** A failed post as a sentence its owner may read: no addresses, no stack. */
export function toPostFailure(error: unknown, timeoutMs: number): string {
  if (error instanceof TimedOutError) return `No complete answer came within ${timeoutMs / 1000} s.`;
  if (error instanceof RefusedAddressError) return 'The host has no public address.';
  if (error instanceof Error && error.name === 'HTTPParserError') return 'The answer was no HTTP.';
  const code = codeOf(error);
  if (code === null) return 'The request failed.';
  if (timeouts.includes(code)) return 'No complete answer came in time.';
  return sentences[code] ?? `The request failed (${code}).`;
}

function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? null : codeOf(error.cause);
}
