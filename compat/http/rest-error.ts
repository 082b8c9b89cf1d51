import { DomainError, type DomainErrorCode, type DomainErrorDetails } from '../../src/errors.ts';
import { EdgeError, type EdgeErrorCode } from '../../src/http/edge-error.ts';

/** Everything a REST dialect must have an answer for. */
export type RestErrorCode = DomainErrorCode | EdgeErrorCode;

/** A failure in the words every dialect understands. */
export type RestFailure = {
  readonly code: RestErrorCode;
  readonly message: string;
  readonly details: DomainErrorDetails;
  readonly headers: Readonly<Record<string, string>>;
};

/** Never throws: whatever is not meant for the caller becomes INTERNAL, which tells only the request id. */
export function toRestFailure(error: unknown, requestId: string): RestFailure {
  if (error instanceof EdgeError)
    return { code: error.code, message: error.message, details: {}, headers: error.headers };
  if (error instanceof DomainError) {
    const { code, message, details } = error;
    return { code, message, details, headers: headersOf(error) };
  }
  const message = `Something went wrong on our side. Quote request ${requestId} when you report it.`;
  return { code: 'INTERNAL', message, details: {}, headers: {} };
}

function headersOf({ code, details }: DomainError): Record<string, string> {
  if (code === 'UNAUTHENTICATED') return { 'WWW-Authenticate': 'Bearer' };
  if (details.retryAfterSeconds !== undefined) return { 'Retry-After': String(details.retryAfterSeconds) };
  return {};
}
