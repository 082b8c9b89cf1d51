import { z } from 'zod';
import { type RestErrorCode, type RestFailure, sentenceOf } from '../http/rest-error.ts';

const table = {
  INVALID: { status: 400, code: 'invalid_request' },
  UNAUTHENTICATED: { status: 401, code: 'unauthorized' },
  FORBIDDEN: { status: 403, code: 'forbidden' },
  NOT_FOUND: { status: 404, code: 'not_found' },
  CONFLICT: { status: 409, code: 'conflict' },
  PRECONDITION_FAILED: { status: 412, code: 'precondition_failed' },
  LIMITED: { status: 429, code: 'rate_limited' },
  LEAD_LIMIT_REACHED: { status: 403, code: 'lead_limit_reached' },
  CAMPAIGN_LIMIT_REACHED: { status: 403, code: 'campaign_limit_reached' },
  CURSOR_EXPIRED: { status: 400, code: 'invalid_cursor' },
  UNAVAILABLE: { status: 503, code: 'unavailable' },
  UNKNOWN_ROUTE: { status: 404, code: 'unknown_route' },
  METHOD_NOT_ALLOWED: { status: 405, code: 'method_not_allowed' },
  TOO_LARGE: { status: 413, code: 'too_large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, code: 'unsupported_media_type' },
  INTERNAL: { status: 500, code: 'internal_error' },
} as const satisfies Record<RestErrorCode, { status: number; code: string }>;

/** What the graph calls otherwise than this API's callers do. */
const names: Readonly<Record<string, string>> = { name: 'displayName', remark: 'notes' };

const nameOf = (field: string) => names[field] ?? field;

const codeOf = ({ scope, reason }: RestFailure['details'], code: string) =>
  scope === undefined ? (reason ?? code) : 'missing_scope';

/** How this dialect says no. */
export const ai93Errors = {
  errorBody: z
    .strictObject({
      error: z.string().meta({ description: 'What went wrong, for a program.', example: 'missing_scope' }),
      message: z.string().meta({ description: 'The same in a sentence.' }),
    })
    .meta({ id: 'Ai93Error' }),
  fail(failure: RestFailure) {
    const { status, code } = table[failure.code];
    return { status, body: { error: codeOf(failure.details, code), message: sentenceOf(failure, nameOf) } };
  },
};
