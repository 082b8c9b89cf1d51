import type { Part } from './world.ts';

/** A subscription that names a row of somebody else’s, and how it ends: silent, or with an error. */
export type Following = {
  readonly document: string;
  readonly variables: (their: Part) => Record<string, unknown>;
  readonly answers: 'NOTHING' | 'NOT_FOUND' | 'CURSOR_EXPIRED';
  /** The row is the whole workspace's, so a locked key may name it. */
  readonly ofTheWorkspace: boolean;
};

const following = (
  field: string,
  argument: string,
  type: 'ID' | 'String',
  name: keyof Part,
  ofTheWorkspace = false,
): Following => ({
  document: `subscription ($value: ${type}!) { ${field}(${argument}: $value) { id type businessId } }`,
  variables: (their) => ({ value: their[name] }),
  answers: argument === 'after' ? 'CURSOR_EXPIRED' : 'NOTHING',
  ofTheWorkspace,
});

/** Every place where a subscriber can name a row. */
export const attemptsToFollow = {
  'Subscription.events(after)': following('events', 'after', 'ID', 'eventId'),
  'Subscription.leadEvents(after)': following('leadEvents', 'after', 'ID', 'eventId'),
  'Subscription.leadEvents(leadId)': following('leadEvents', 'leadId', 'ID', 'leadId'),
  'Subscription.leadEvents(businessId)': following('leadEvents', 'businessId', 'ID', 'businessId'),
  'Subscription.leadEvents(stage)': following('leadEvents', 'stage', 'String', 'stageId', true),
  'Subscription.conversationEvents(after)': following('conversationEvents', 'after', 'ID', 'eventId'),
  'Subscription.conversationEvents(conversationId)': following(
    'conversationEvents',
    'conversationId',
    'ID',
    'conversationId',
  ),
  'Subscription.conversationTyping(conversationId)': {
    document: 'subscription ($value: ID!) { conversationTyping(conversationId: $value) { conversationId by } }',
    variables: ({ conversationId }) => ({ value: conversationId }),
    answers: 'NOT_FOUND',
    ofTheWorkspace: false,
  },
  'Subscription.conversationEvents(widgetId)': following('conversationEvents', 'widgetId', 'ID', 'widgetId'),
} satisfies Record<string, Following>;
