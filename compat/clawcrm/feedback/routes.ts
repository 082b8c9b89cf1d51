import { base } from '../base.ts';
import { invalid, notFound } from '../../../src/errors.ts';
import { route, type Route } from '../../route/route.ts';
import { type Notices, succeed } from '../envelope.ts';
import {
  ChangeFeedbackDocument,
  FeedbackDocument,
  FeedbackListDocument,
  type FeedbackRowFragment,
  SubmitFeedbackDocument,
} from '../generated/operations.ts';
import {
  toClawcrmFeedback,
  toFeedbackPriority,
  toFeedbackStatus,
  toFeedbackType,
  WireFeedbackChanged,
  WireFeedbackId,
  WireFeedbackList,
  WireFeedbackMade,
  WireFeedbackQuery,
  WireFeedbackUpdate,
  WireNewFeedback,
} from './wire.ts';
import { readAgain } from '../read-again.ts';
import { nextPageStep } from '../paging.ts';

const path = '/feedback';
const reports = `${base}/feedback`;

const unknownId = `GET ${reports} shows the reports of this workspace with their ids.`;
const pollStep = (id: string) => `GET ${reports}?id=${id} shows the answer once there is one`;

const acknowledgeStep = (id: string) => `PATCH ${reports}/${id} { acknowledged: true }`;

const isUnread = ({ status, acknowledgedAt }: FeedbackRowFragment) => status === 'RESOLVED' && acknowledgedAt === null;

const made = (feedback: FeedbackRowFragment) =>
  succeed(
    { feedbackId: feedback.id, id: feedback.id, feedback: toClawcrmFeedback(feedback) },
    { nextSteps: [pollStep(feedback.id), `GET ${base}/health at every session start tells of answers`] },
  );

const unreadNotices = (nodes: readonly FeedbackRowFragment[]): Notices => {
  const unread = nodes.filter(isUnread);
  if (unread.length === 0) return {};
  return {
    warnings: ['There are answers that nobody has acknowledged: follow them first.'],
    nextSteps: unread.map(({ id }) => acknowledgeStep(id)),
  };
};

/** Section "Feedback": agents submit and poll, staff answer. */
export const feedbackRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'feedback:read',
    summary: 'Read the reports of this workspace and their answers',
    description: 'Newest first.',
    hints: {
      INVALID:
        'Parameters: status (open, in_progress, resolved, closed), type (bug, feature, error), id (fb_…), limit, offset.',
    },
    query: WireFeedbackQuery,
    reply: WireFeedbackList,
    operation: FeedbackListDocument,
    variables: ({ query: { status, type, id, limit, offset } }) => ({
      first: limit,
      offset,
      filter: { id, status: toFeedbackStatus(status), type: toFeedbackType(type) },
    }),
    present({ feedback: { nodes, totalCount: total } }, { query }) {
      const { warnings, nextSteps = [] } = unreadNotices(nodes);
      const { limit, offset } = query;
      return succeed(
        { feedback: nodes.map(toClawcrmFeedback), total, limit, offset },
        { ...(warnings && { warnings }), nextSteps: [...nextSteps, ...nextPageStep(reports, query, total)] },
      );
    },
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'feedback:write',
    status: 201,
    summary: 'Report a bug, a wish or an error to the operators',
    hints: {
      INVALID:
        'Send `type` (bug, feature, error) and `title`, and optionally `agent`, `priority` (critical, high, medium, low), `description`, `context` (an object).',
    },
    body: WireNewFeedback,
    example: { type: 'feature', title: 'Export notes as CSV', priority: 'low' },
    reply: WireFeedbackMade,
    operation: SubmitFeedbackDocument,
    variables: ({ body: { type, priority, ...same } }) => ({
      input: { ...same, type: toFeedbackType(type), priority: toFeedbackPriority(priority) },
    }),
    present: ({ submitFeedback }) => made(submitFeedback.feedback),
    rebuild: readAgain({ type: 'Feedback', operation: FeedbackDocument, scope: 'feedback:read', present: made }),
  }),
  route({
    method: 'patch',
    path: '/feedback/:id',
    kind: 'write',
    scope: null,
    summary: 'Acknowledge an answer; for staff: answer',
    description:
      'Its owner sends `acknowledged`, which needs `feedback:write`. `status` and `response` are for keys with `staff`, which reach the reports of every workspace.',
    hints: {
      INVALID:
        'Send { acknowledged: true }; or, as staff, `status` (open, in_progress, resolved, closed) or `response`.',
      FORBIDDEN:
        'Send only `acknowledged`, with a key that holds `feedback:write`: `status` and `response` are for the operators.',
      NOT_FOUND: unknownId,
    },
    params: WireFeedbackId,
    body: WireFeedbackUpdate,
    example: { acknowledged: true },
    reply: WireFeedbackChanged,
    operation: ChangeFeedbackDocument,
    variables({ params: { id }, body: { acknowledged, status, response } }) {
      const [owner, staff] = [acknowledged !== undefined, status !== undefined || response !== undefined];
      if (owner === staff) throw invalid('Send either acknowledged, or status and response.');
      return { id, owner, staff, acknowledged, input: { status: toFeedbackStatus(status), response } };
    },
    present({ answerFeedback, acknowledgeFeedback }) {
      const changed = answerFeedback ?? acknowledgeFeedback;
      if (!changed) throw notFound('feedback');
      return succeed({ feedback: toClawcrmFeedback(changed.feedback) });
    },
  }),
];
