/** Ways a request can fail before or beside the domain. */
export type EdgeErrorCode =
  | 'UNKNOWN_ROUTE'
  | 'METHOD_NOT_ALLOWED'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'INTERNAL';

/** A refusal of the HTTP layer itself. */
export class EdgeError extends Error {
  readonly code: EdgeErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: EdgeErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'EdgeError';
    this.code = code;
    this.headers = headers;
  }
}
