/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What happened. */
export type EventType =
  /** The last mail of a campaign to a lead went out. */
  | 'CAMPAIGN_COMPLETED'
  /** A lead was enrolled in a campaign, and its mails queued. */
  | 'CAMPAIGN_ENROLLED'
  /** A lead left a campaign before its end; what was queued is skipped. */
  | 'CAMPAIGN_STOPPED'
  /** A conversation was closed. */
  | 'CONVERSATION_CLOSED'
  /** A takeover ended; the AI answers again. */
  | 'CONVERSATION_HANDED_BACK'
  /** A visitor sent a message. */
  | 'CONVERSATION_MESSAGE_RECEIVED'
  /** The AI or a person answered the visitor. */
  | 'CONVERSATION_MESSAGE_SENT'
  /** Somebody claimed a conversation; the AI stopped answering. */
  | 'CONVERSATION_TAKEN_OVER'
  /** A drafted email was approved; it goes out when it is due. */
  | 'EMAIL_APPROVED'
  /** A drafted email was discarded; it goes to nobody. */
  | 'EMAIL_DISCARDED'
  /** A drafted email is ready for review. */
  | 'EMAIL_DRAFT_CREATED'
  /** An email to a lead went out. */
  | 'EMAIL_SENT'
  /** The operators answered a report, or said how far it is. */
  | 'FEEDBACK_ANSWERED'
  /** Something was reported to the operators of the installation. */
  | 'FEEDBACK_SUBMITTED'
  /** A lead became a customer. */
  | 'LEAD_CONVERTED'
  /** A lead was captured or created. */
  | 'LEAD_CREATED'
  /** A lead was deleted and can be restored. */
  | 'LEAD_DELETED'
  /** A lead was handed off to another system. */
  | 'LEAD_HANDED_OFF'
  /** A lead was removed for good; nothing of it is left but its events. */
  | 'LEAD_PURGED'
  /** An inbound reply of a lead was recorded. */
  | 'LEAD_REPLIED'
  /** A deleted lead was restored. */
  | 'LEAD_RESTORED'
  /** The computed confidence in a lead became another one. */
  | 'LEAD_SCORED'
  /** A lead moved between pipeline stages. */
  | 'LEAD_STAGE_CHANGED'
  /** The lifecycle status of a lead moved. */
  | 'LEAD_STATUS_CHANGED'
  /** Any field of a lead changed. */
  | 'LEAD_UPDATED'
  /** A lead booked a meeting, which says when it begins and where to join it. */
  | 'MEETING_BOOKED'
  /** A booked meeting was cancelled. */
  | 'MEETING_CANCELLED'
  /** A booked meeting was moved to another time. */
  | 'MEETING_RESCHEDULED'
  /** Something was written down about a lead. */
  | 'NOTE_CREATED'
  /** A note about a lead was removed. */
  | 'NOTE_DELETED'
  /** A note about a lead changed. */
  | 'NOTE_UPDATED'
  /** A task finished successfully. */
  | 'TASK_COMPLETED'
  /** A task was scheduled. */
  | 'TASK_CREATED'
  /** A task failed. */
  | 'TASK_FAILED'
  /** A task changed. */
  | 'TASK_UPDATED'
  /** A contact with a lead was recorded, in either direction. */
  | 'TOUCHPOINT_RECORDED'
  /** An endpoint that had failed for days was disabled. */
  | 'WEBHOOK_ENDPOINT_DISABLED'
  /** A made-up event was sent to one endpoint, to try it. No other one is sent it. */
  | 'WEBHOOK_ENDPOINT_TESTED';

/** What a member of the team may do, and every key bound to it at most. */
export type MemberRole =
  /** Everything but the workspace’s own name and profile, and its owners. */
  | 'ADMIN'
  /** Works with leads, conversations and tasks, enriches and hands off, and reports to the operators; reads the rest, but no keys, webhooks or audit. */
  | 'AGENT'
  /** Everything in the workspace. */
  | 'OWNER'
  /** Reads leads, conversations, tasks and figures, and changes nothing. */
  | 'VIEWER';

/** Who speaks in a message. */
export type MessageRole =
  /** The AI. */
  | 'AI'
  /** Whoever has taken the conversation over: a person or an outside agent. */
  | 'HUMAN'
  /** The product itself. */
  | 'SYSTEM'
  /** The visitor. */
  | 'VISITOR';

/** The plan of a workspace. */
export type Tier =
  /** 100 leads, 3 campaigns. */
  | 'FREE'
  /** 1,000 leads, any number of campaigns. */
  | 'PRO'
  /** 5,000 leads, any number of campaigns. */
  | 'ULTRA'
  /** No limits: the workspace an installation starts with. */
  | 'UNLIMITED';

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { eventCursor: string, viewer: { apiKeyId: string, scopes: Array<string>, expiresAt: string | null, member: { id: string, name: string, email: string | null, role: MemberRole | null, avatarUrl: string | null } | null, business: { id: string, name: string } | null, organisation: { id: string, name: string, slug: string, tier: Tier } } };

export type TypingSubscriptionVariables = Exact<{
  id: string;
}>;


export type TypingSubscription = { conversationTyping: { by: MessageRole, isTyping: boolean } };

export type LiveEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LiveEventsSubscription = { events:
    | { __typename: 'ConversationEvent', id: string, type: EventType, createdAt: string, conversation: { id: string, leadId: string | null } | null }
    | { __typename: 'EmailEvent', id: string, type: EventType, createdAt: string, email: { leadId: string } | null }
    | { __typename: 'FeedbackEvent', id: string, type: EventType, createdAt: string }
    | { __typename: 'LeadEvent', id: string, type: EventType, createdAt: string, lead: { id: string, stage: { id: string, key: string } | null } | null }
    | { __typename: 'TaskEvent', id: string, type: EventType, createdAt: string, task: { id: string, leadId: string | null, conversationId: string | null } | null }
    | { __typename: 'WebhookEndpointEvent', endpointId: string | null, id: string, type: EventType, createdAt: string }
   };


export const SessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventCursor"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeyId"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}}]}}]}}]}}]} as unknown as DocumentNode<SessionQuery, SessionQueryVariables>;
export const TypingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Typing"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversationTyping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"conversationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"isTyping"}}]}}]}}]} as unknown as DocumentNode<TypingSubscription, TypingSubscriptionVariables>;
export const LiveEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LiveEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConversationEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leadId"}},{"kind":"Field","name":{"kind":"Name","value":"conversationId"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadId"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpointEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpointId"}}]}}]}}]}}]} as unknown as DocumentNode<LiveEventsSubscription, LiveEventsSubscriptionVariables>;