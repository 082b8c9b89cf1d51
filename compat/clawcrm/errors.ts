import { base } from './base.ts';
import { toLeadId } from './ids.ts';
import { z } from 'zod';
import type { DomainErrorDetails } from '../../src/errors.ts';
import { idempotencyKeyHeader } from '../../src/http/idempotency.ts';
import { type RestErrorCode, type RestFailure, sentenceOf } from '../http/rest-error.ts';
import type { Route } from '../route/route.ts';

/** Every hint says what to change; a route may know better than the table. */
const table = {
  INVALID: { status: 400, code: 'invalid_request', hint: 'Change what the message names and retry once.' },
  UNAUTHENTICATED: {
    status: 401,
    code: 'unauthenticated',
    hint: `Send \`Authorization: Bearer rcm_live_…\` or \`x-api-key: rcm_live_…\`. POST ${base}/signup gives a key.`,
  },
  FORBIDDEN: { status: 403, code: 'forbidden', hint: 'Use a key that holds this capability.' },
  NOT_FOUND: {
    status: 404,
    code: 'not_found',
    hint: 'Check the id: it is unknown here, deleted, or of another workspace.',
  },
  CONFLICT: {
    status: 409,
    code: 'conflict',
    hint: 'Read the resource again and decide whether the change is still wanted.',
  },
  PRECONDITION_FAILED: {
    status: 412,
    code: 'precondition_failed',
    hint: 'Read the resource again, decide whether the change is still wanted, and send it with the new ETag.',
  },
  LIMITED: { status: 429, code: 'rate_limited', hint: 'Wait for the seconds in Retry-After.' },
  LEAD_LIMIT_REACHED: {
    status: 403,
    code: 'lead_limit_reached',
    hint: 'Delete leads that are no longer needed, or upgrade the plan.',
  },
  CAMPAIGN_LIMIT_REACHED: {
    status: 403,
    code: 'campaign_limit_reached',
    hint: 'Enrol the lead in a campaign there is, or upgrade the plan.',
  },
  CURSOR_EXPIRED: { status: 400, code: 'invalid_cursor', hint: 'Start again from the first page.' },
  UNAVAILABLE: { status: 503, code: 'unavailable', hint: 'Retry once after the seconds in Retry-After.' },
  UNKNOWN_ROUTE: { status: 404, code: 'unknown_route', hint: 'See /api-docs for the routes there are.' },
  METHOD_NOT_ALLOWED: { status: 405, code: 'method_not_allowed', hint: 'Use one of the methods in the Allow header.' },
  TOO_LARGE: { status: 413, code: 'too_large', hint: 'Send less than 1 MiB.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    code: 'unsupported_media_type',
    hint: 'Send the body with Content-Type: application/json.',
  },
  INTERNAL: { status: 500, code: 'internal', hint: 'Retry once after 2 seconds, then report it with the request id.' },
} as const satisfies Record<RestErrorCode, { status: number; code: string; hint: string }>;

/** What the graph calls otherwise than this API's callers do. */
const names: Readonly<Record<string, string>> = {
  workspaceName: 'workspace_name',
  agentName: 'agent_name',
  agentPlatform: 'agent_platform',
  'organisation.name': 'org.name',
  'organisation.industry': 'org.industry',
  'organisation.bookingLink': 'org.bookingLink',
  aiConfig: 'ai_config',
  'conditions.minViewCount': 'conditions.viewCount.gte',
  'conditions.minDaysSinceTouch': 'conditions.daysSinceTouch.gte',
  'conditions.minConfidenceScore': 'conditions.confidenceScore.gte',
  token: 'personal_access_token',
};

const nameOf = (field: string) => names[field] ?? field;

/** What to change of a header is the same on every route. */
const headerHints: Readonly<Record<string, Partial<Record<RestErrorCode, string>>>> = {
  [idempotencyKeyHeader]: {
    INVALID: 'Send an Idempotency-Key of 1 to 255 visible ASCII characters, or none.',
    CONFLICT: 'Use another Idempotency-Key, or send the very same request again.',
  },
};

/** How this dialect says no: an agent reads the hint, changes what it says, and tries once more. */
export const clawcrmErrors = {
  errorBody: z
    .strictObject({
      success: z.literal(false),
      error: z.strictObject({
        code: z.string().meta({ description: 'What went wrong, for a program.', example: 'not_found' }),
        message: z.string().meta({ description: 'The same in a sentence.' }),
        hint: z.string().meta({ description: 'What to change.' }),
      }),
      upgrade_url: z.string().optional().meta({ description: 'Where a person can choose a larger plan.' }),
      warnings: z.array(z.string()),
      next_steps: z.array(z.string()),
    })
    .meta({ id: 'ClawcrmError' }),
  fail(failure: RestFailure, route: Route | null) {
    const { code, details } = failure;
    const row = table[code];
    const { upgradeUrl, existingLeadId, field } = details;
    const existing = existingLeadId === undefined ? null : toLeadId(existingLeadId);
    const general = headerHints[field ?? '']?.[code] ?? route?.hints[code] ?? row.hint;
    const hint = existing === null ? general : existingHint(existing);
    const error = { code: shownCode(row.code, details), message: sentenceOf(failure, nameOf), hint };
    const upgrade = upgradeUrl === undefined ? {} : { upgrade_url: upgradeUrl };
    return {
      status: row.status,
      body: {
        success: false,
        error,
        ...upgrade,
        warnings: [],
        next_steps: [...upgradeSteps(upgradeUrl), ...(existing === null ? [] : [`GET ${base}/leads/${existing}`])],
      },
    };
  },
};

const shownCode = (code: string, { scope, reason }: DomainErrorDetails): string =>
  scope === undefined ? (reason ?? code) : 'missing_scope';

const existingHint = (id: string): string =>
  `${id} has this e-mail address: change that lead with PATCH ${base}/leads/${id}, or send allowDuplicate: true.`;

const upgradeSteps = (url: string | undefined): string[] =>
  url === undefined ? [] : [`GET ${base}/org/tier`, `Ask a person to upgrade the plan at ${url}`];
