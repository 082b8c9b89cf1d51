import { DomainError, type DomainErrorCode, type DomainErrorDetails, FieldError } from '../../src/errors.ts';
import { EdgeError, type EdgeErrorCode } from '../../src/http/edge-error.ts';

/** Everything a REST dialect must have an answer for. */
export type RestErrorCode = DomainErrorCode | EdgeErrorCode;

/** A failure in the words every dialect understands. */
export type RestFailure = {
  readonly code: RestErrorCode;
  readonly message: string;
  /** The wrong field, where that is all there is to say. */
  readonly wrong?: FieldError;
  readonly details: DomainErrorDetails;
  readonly headers: Readonly<Record<string, string>>;
};

/** Never throws: whatever is not meant for the caller becomes INTERNAL, which tells only the request id. */
export function toRestFailure(error: unknown, requestId: string): RestFailure {
  if (error instanceof EdgeError)
    return { code: error.code, message: error.message, details: {}, headers: error.headers };
  if (error instanceof DomainError) {
    const { code, message, details } = error;
    const wrong = error instanceof FieldError ? { wrong: error } : {};
    return { code, message, ...wrong, details, headers: headersOf(error) };
  }
  const message = `Something went wrong on our side. Quote request ${requestId} when you report it.`;
  return { code: 'INTERNAL', message, details: {}, headers: {} };
}

/** What to tell of a failure, its field under the name that the dialect's callers know. */
export const sentenceOf = ({ message, wrong }: RestFailure, nameOf: (field: string) => string): string =>
  wrong ? `${nameOf(wrong.field)}: ${wrong.problem}` : message;

function headersOf({ code, details }: DomainError): Record<string, string> {
  if (code === 'UNAUTHENTICATED') return { 'WWW-Authenticate': 'Bearer' };
  if (details.retryAfterSeconds !== undefined) return { 'Retry-After': String(details.retryAfterSeconds) };
  return {};
}
