/**
 * The closed set of ways an operation can fail. Every surface has one exhaustive table from these codes to its own
 * status and body, so a code added here does not compile until each surface has answered for it.
 */
export const domainErrorCodes = [
  'INVALID',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'PRECONDITION_FAILED',
  'LIMITED',
  'LEAD_LIMIT_REACHED',
  'CAMPAIGN_LIMIT_REACHED',
  'CURSOR_EXPIRED',
  'UNAVAILABLE',
] as const;

export type DomainErrorCode = (typeof domainErrorCodes)[number];

/** Finer reasons than a code, for dialects that document them. */
export type ErrorReason =
  | 'business_scope_mismatch'
  | 'not_configured'
  | 'provider_failed'
  | 'UNKNOWN_STAGE'
  | Guardrail;

/** What keeps a lead from being enrolled in a campaign. */
export type Guardrail =
  | 'already_enrolled'
  | 'campaign_disabled'
  | 'lead_closed'
  | 'no_email'
  | 'email_bounced'
  | 'unsubscribed'
  | 'cooldown';

/** Facts a surface may show beside the message. */
export type DomainErrorDetails = {
  /** The input field that is wrong, as a dotted path. */
  readonly field?: string;
  /** Seconds after which the same call may succeed. */
  readonly retryAfterSeconds?: number;
  /** The row id of the lead that stands in the way of this one. */
  readonly existingLeadId?: string;
  /** The id of what an earlier request made or changed, or of the one among several that is not there, as the graph shows it. */
  readonly resourceId?: string;
  /** The names of the stages there are, where another one was named. */
  readonly stages?: readonly string[];
  /** A finer reason than the code, for dialects that document one. */
  readonly reason?: ErrorReason;
  /** The instant, in ISO 8601, from which the same call may succeed. */
  readonly retryAt?: string;
  /** The scope the credential lacks. */
  readonly scope?: string;
  /** Where a person can move the workspace to a larger plan. */
  readonly upgradeUrl?: string;
};

/** A failure the caller may be told of: `message` is public, `cause` is only logged. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly details: DomainErrorDetails;

  constructor(code: DomainErrorCode, message: string, details: DomainErrorDetails = {}, cause?: unknown) {
    super(message, { cause });
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** One field of the input is wrong: `message` names it as the graph does, a dialect puts its own name before the problem. */
export class FieldError extends DomainError {
  /** A dotted path in the graph's names. */
  readonly field: string;
  /** What is wrong with it, as the rest of a sentence. */
  readonly problem: string;

  constructor(field: string, problem: string, details: DomainErrorDetails = {}) {
    super('INVALID', `${field}: ${problem}`, { ...details, field });
    this.field = field;
    this.problem = problem;
  }
}

/** Thrown inside a write whose `Idempotency-Key` was taken by an earlier or concurrent request, before anything is changed. */
export class IdempotencyReplay extends Error {
  constructor() {
    super('This Idempotency-Key has already been used.');
    this.name = 'IdempotencyReplay';
  }
}

/** A sentence of its own, whichever field it is about. */
export const invalid = (message: string, field?: string) =>
  new DomainError('INVALID', message, field === undefined ? {} : { field });
export const invalidField = (field: string, problem: string) => new FieldError(field, problem);
/** The first of what a schema found in the input. */
export const invalidBy = ([issue]: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]) =>
  issue && issue.path.length > 0
    ? invalidField(issue.path.join('.'), issue.message)
    : invalid(issue?.message ?? 'The input is not valid.');
export const notFound = (what: string) => new DomainError('NOT_FOUND', `No such ${what}.`);
export const conflict = (message: string, details?: DomainErrorDetails) =>
  new DomainError('CONFLICT', message, details);
export const forbidden = (message: string, details?: DomainErrorDetails) =>
  new DomainError('FORBIDDEN', message, details);
export const unauthenticated = (message: string) => new DomainError('UNAUTHENTICATED', message);
export const unavailable = (message: string, retryAfterSeconds: number, cause?: unknown) =>
  new DomainError('UNAVAILABLE', message, { retryAfterSeconds }, cause);
