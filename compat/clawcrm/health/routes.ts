import { base } from '../base.ts';
import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { route, type Route } from '../../route/route.ts';
import { envelope, type Notices, succeed } from '../envelope.ts';
import { feedbackStatus, feedbackStatusWords } from '../feedback/wire.ts';
import { HealthDocument } from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';

const WireUnread = z.strictObject({
  feedbackId: z.string().meta({ example: exampleId('Feedback') }),
  title: z.string(),
  status: feedbackStatus,
  response: z.string().nullable().meta({ description: 'What to do now.' }),
  acknowledge: z.string().meta({ description: 'The call that says you have.' }),
});

const WireHealth = envelope({
  status: z.literal('ok'),
  action_required: z.boolean().meta({ description: 'Whether there are answers to follow before anything else.' }),
  unread_responses: z.array(WireUnread).meta({ description: 'The earliest answer first: at most 50 at once.' }),
}).meta({ id: 'ClawcrmHealth' });

const steps = ['Read unread_responses and act on them', 'PATCH acknowledged:true when done'];

/** Chats that could have made a lead. */
function notCaptured(count: number): Required<Notices> {
  if (count === 0) return { warnings: [], nextSteps: [] };
  const chats = count === 1 ? 'chat' : 'chats';
  return {
    warnings: [`${count} ${chats} made no lead: the leads of an hour of a widget, or those of the plan, were used up.`],
    nextSteps: [
      'POST /graphql { conversations(filter: { notCaptured: true }) { nodes { id visitor { name email } } } } shows them; closeConversation settles one, updateWidget(input: { leadsPerHour }) makes room for more',
    ],
  };
}

/** Section "Health (Call at Every Session Start — Required)". */
export const healthRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/health',
    kind: 'read',
    scope: null,
    summary: 'Connectivity check, and answers nobody has read yet',
    description:
      'Any key may ask; one without `feedback:read` is told of no answers, one without `conversations:read` of no chats that made no lead.',
    hints: takesNothing,
    reply: WireHealth,
    operation: HealthDocument,
    variables: ({ actor: { scopes } }) => ({
      feedback: scopes.has('feedback:read'),
      conversations: scopes.has('conversations:read'),
    }),
    present({ unreadFeedback, conversations }) {
      const unread = (unreadFeedback ?? []).map(({ id, title, status, response }) => ({
        feedbackId: id,
        title,
        status: feedbackStatusWords[status],
        response,
        acknowledge: `PATCH ${base}/feedback/${id} { acknowledged: true }`,
      }));
      const actionRequired = unread.length > 0;
      const blind = 'This key may not read feedback (feedback:read): answers to reports are not shown to it.';
      const lost = notCaptured(conversations?.totalCount ?? 0);
      return succeed(
        { status: 'ok' as const, action_required: actionRequired, unread_responses: unread },
        {
          warnings: [...(unreadFeedback ? [] : [blind]), ...lost.warnings],
          nextSteps: [...(actionRequired ? steps : []), ...lost.nextSteps],
        },
      );
    },
  }),
];
