import { z } from 'zod';
import { type RestErrorCode, type RestFailure, sentenceOf } from '../http/rest-error.ts';

/** Quincer's clients read `error`, a sentence; `code` rides along for programs. */
const table = {
  INVALID: { status: 400, code: 'invalid_request' },
  UNAUTHENTICATED: { status: 401, code: 'unauthenticated' },
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
  INTERNAL: { status: 500, code: 'internal' },
} as const satisfies Record<RestErrorCode, { status: number; code: string }>;

/** The graph names a field as it knows it; this API's callers know it as `job_title`. */
const nameOf = (name: string) =>
  name
    .replace(/^input\./, '')
    .replace(/Id$/, '')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** How this dialect says no. */
export const quincerErrors = {
  errorBody: z
    .strictObject({
      error: z.string().meta({ description: 'What went wrong, in a sentence.' }),
      code: z.string().meta({ description: 'The same for a program.', example: 'not_found' }),
    })
    .meta({ id: 'QuincerError' }),
  fail(failure: RestFailure) {
    const row = table[failure.code];
    const code = failure.details.scope === undefined ? row.code : 'missing_scope';
    return { status: row.status, body: { error: sentenceOf(failure, nameOf), code } };
  },
};
