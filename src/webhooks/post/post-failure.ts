import { errors } from 'undici';
import { RefusedAddressError } from './safe-address.ts';

const selfSigned =
  'The certificate of the host is self-signed. Install one from a public authority, or call the host by http where nobody can listen.';
const incomplete =
  'The certificate of the host leads to no public authority. Let the host send the whole chain, or install another certificate.';

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
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: selfSigned,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: incomplete,
  UNABLE_TO_GET_ISSUER_CERT: incomplete,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: incomplete,
  CERT_HAS_EXPIRED: 'The certificate of the host has expired. Renew it.',
  CERT_NOT_YET_VALID: 'The certificate of the host is not valid yet.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is not for this host name. Install one that names it.',
  EPROTO: 'The host does not speak TLS there. Check the port, and whether the address should begin with http.',
  ERR_SSL_WRONG_VERSION_NUMBER:
    'The host does not speak TLS there. Check the port, and whether the address should begin with http.',
};

/** The whole exchange took too long. */
export class TimedOutError extends Error {}

const timeouts = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'];

/** A failed post as a sentence its owner may read: no addresses, no stack. */
export function toPostFailure(error: unknown, timeoutMs: number): string {
  if (error instanceof TimedOutError) return `No complete answer came within ${timeoutMs / 1000} s.`;
  if (error instanceof RefusedAddressError) return 'The host has no public address.';
  if (error instanceof errors.HTTPParserError) return 'The answer was no HTTP.';
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
