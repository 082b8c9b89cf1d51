import { z } from 'zod';
import type { RestErrorCode, RestFailure } from '../http/rest-error.ts';

const table = {
  INVALID: { status: 422, kind: 'not_valid' },
  UNAUTHENTICATED: { status: 401, kind: 'key_refused' },
  FORBIDDEN: { status: 403, kind: 'not_allowed' },
  NOT_FOUND: { status: 404, kind: 'not_there' },
  CONFLICT: { status: 409, kind: 'in_the_way' },
  PRECONDITION_FAILED: { status: 412, kind: 'changed_meanwhile' },
  LIMITED: { status: 429, kind: 'units_spent' },
  LEAD_LIMIT_REACHED: { status: 403, kind: 'plan_full' },
  CAMPAIGN_LIMIT_REACHED: { status: 403, kind: 'plan_full' },
  CURSOR_EXPIRED: { status: 422, kind: 'not_valid' },
  UNAVAILABLE: { status: 503, kind: 'busy' },
  UNKNOWN_ROUTE: { status: 404, kind: 'no_such_call' },
  METHOD_NOT_ALLOWED: { status: 405, kind: 'no_such_call' },
  TOO_LARGE: { status: 413, kind: 'too_large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, kind: 'not_json' },
  INTERNAL: { status: 500, kind: 'broken' },
} as const satisfies Record<RestErrorCode, { status: number; kind: string }>;

/** How this dialect says no. */
export const lumbraErrors = {
  errorBody: z
    .strictObject({
      fault: z.strictObject({
        kind: z.string().meta({ description: 'What went wrong, for a program.', example: 'not_there' }),
        reason: z.string().meta({ description: 'The same in a sentence.' }),
      }),
    })
    .meta({ id: 'LumbraError' }),
  fail({ code, message }: RestFailure) {
    const { status, kind } = table[code];
    return { status, body: { fault: { kind, reason: message } } };
  },
};
