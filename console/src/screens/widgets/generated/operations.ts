/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A new chat widget. */
export type CreateWidgetInput = {
  /** Origins such as https://example.com, or `*`; at most 100. */
  allowedOrigins?: Array<string> | null | undefined;
  /** The business its conversations and leads will belong to. */
  businessId?: string | null | undefined;
  /** A public key that pages carry already: `cw_live_` and 20 to 200 visible ASCII characters; absent makes one. Needs `staff` where anybody may sign up. */
  key?: string | null | undefined;
  /** How many leads its chats may make in any hour, 0 to 10,000; 30 where absent. */
  leadsPerHour?: number | null | undefined;
  /** 1 to 200 characters. */
  name: string;
};

/** What to change of a chat widget. An absent field stays. */
export type UpdateWidgetInput = {
  /** All origins that may use its key, in place of those before: such as https://example.com, or `*`; at most 100. */
  allowedOrigins?: Array<string> | null | undefined;
  /** What its model answers visitors from, up to 20000 characters, and so public; null takes it away. */
  knowledge?: string | null | undefined;
  /** How many leads its chats may make in any hour, 0 to 10,000. */
  leadsPerHour?: number | null | undefined;
  /** What its chats may have a model use in a day, 0 to 1,000,000,000 tokens. */
  modelTokensPerDay?: number | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
};

export type WidgetFactsFragment = { id: string, name: string, allowedOrigins: Array<string>, leadsPerHour: number, demoKey: string | null, createdAt: string, business: { id: string, name: string } | null };

export type WidgetsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type WidgetsQuery = { widgets: { nodes: Array<{ id: string, name: string, allowedOrigins: Array<string>, leadsPerHour: number, demoKey: string | null, createdAt: string, business: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WidgetQueryVariables = Exact<{
  id: string;
}>;


export type WidgetQuery = { node:
    | { kind: 'ApiKey' }
    | { kind: 'AuditEntry' }
    | { kind: 'AutomationRule' }
    | { kind: 'AutomationRun' }
    | { kind: 'Business' }
    | { kind: 'Campaign' }
    | { kind: 'Conversation' }
    | { kind: 'CustomField' }
    | { kind: 'Email' }
    | { kind: 'Enrolment' }
    | { kind: 'Feedback' }
    | { kind: 'Job' }
    | { kind: 'Lead' }
    | { kind: 'Meeting' }
    | { kind: 'Message' }
    | { kind: 'Note' }
    | { kind: 'Playbook' }
    | { kind: 'ProviderCall' }
    | { kind: 'ScheduledEmail' }
    | { kind: 'ScraperRun' }
    | { kind: 'Stage' }
    | { kind: 'SyncDelivery' }
    | { kind: 'SyncSource' }
    | { kind: 'Task' }
    | { kind: 'Touchpoint' }
    | { kind: 'WebhookDelivery' }
    | { kind: 'WebhookEndpoint' }
    | { id: string, name: string, allowedOrigins: Array<string>, leadsPerHour: number, demoKey: string | null, createdAt: string, kind: 'Widget', business: { id: string, name: string } | null }
   | null };

export type WidgetAssistantQueryVariables = Exact<{
  id: string;
}>;


export type WidgetAssistantQuery = { node:
    | { kind: 'ApiKey' }
    | { kind: 'AuditEntry' }
    | { kind: 'AutomationRule' }
    | { kind: 'AutomationRun' }
    | { kind: 'Business' }
    | { kind: 'Campaign' }
    | { kind: 'Conversation' }
    | { kind: 'CustomField' }
    | { kind: 'Email' }
    | { kind: 'Enrolment' }
    | { kind: 'Feedback' }
    | { kind: 'Job' }
    | { kind: 'Lead' }
    | { kind: 'Meeting' }
    | { kind: 'Message' }
    | { kind: 'Note' }
    | { kind: 'Playbook' }
    | { kind: 'ProviderCall' }
    | { kind: 'ScheduledEmail' }
    | { kind: 'ScraperRun' }
    | { kind: 'Stage' }
    | { kind: 'SyncDelivery' }
    | { kind: 'SyncSource' }
    | { kind: 'Task' }
    | { kind: 'Touchpoint' }
    | { kind: 'WebhookDelivery' }
    | { kind: 'WebhookEndpoint' }
    | { id: string, knowledge: string | null, modelTokensPerDay: number, modelTokensToday: number, kind: 'Widget' }
   | null };

export type TeachWidgetMutationVariables = Exact<{
  id: string;
  input: UpdateWidgetInput;
}>;


export type TeachWidgetMutation = { updateWidget: { widget: { id: string, knowledge: string | null, modelTokensPerDay: number } } };

export type WidgetChatsQueryVariables = Exact<{
  id: string;
}>;


export type WidgetChatsQuery = { node:
    | { kind: 'ApiKey' }
    | { kind: 'AuditEntry' }
    | { kind: 'AutomationRule' }
    | { kind: 'AutomationRun' }
    | { kind: 'Business' }
    | { kind: 'Campaign' }
    | { kind: 'Conversation' }
    | { kind: 'CustomField' }
    | { kind: 'Email' }
    | { kind: 'Enrolment' }
    | { kind: 'Feedback' }
    | { kind: 'Job' }
    | { kind: 'Lead' }
    | { kind: 'Meeting' }
    | { kind: 'Message' }
    | { kind: 'Note' }
    | { kind: 'Playbook' }
    | { kind: 'ProviderCall' }
    | { kind: 'ScheduledEmail' }
    | { kind: 'ScraperRun' }
    | { kind: 'Stage' }
    | { kind: 'SyncDelivery' }
    | { kind: 'SyncSource' }
    | { kind: 'Task' }
    | { kind: 'Touchpoint' }
    | { kind: 'WebhookDelivery' }
    | { kind: 'WebhookEndpoint' }
    | { id: string, conversationsNotCaptured: number | null, kind: 'Widget' }
   | null, conversations: { totalCount: number, nodes: Array<{ id: string, lastMessageAt: string, lastMessage: { id: string, content: string } | null }> } };

export type WidgetKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type WidgetKeysQuery = { apiKeys: { nodes: Array<{ id: string, hint: string, lastUsedAt: string | null, revokedAt: string | null, widget: { id: string } | null }> } };

export type WidgetBusinessesQueryVariables = Exact<{ [key: string]: never; }>;


export type WidgetBusinessesQuery = { businesses: { nodes: Array<{ id: string, name: string }> } };

export type CreateWidgetMutationVariables = Exact<{
  input: CreateWidgetInput;
}>;


export type CreateWidgetMutation = { createWidget: { key: string, widget: { id: string, name: string, allowedOrigins: Array<string>, leadsPerHour: number, demoKey: string | null, createdAt: string, business: { id: string, name: string } | null } } };

export type UpdateWidgetMutationVariables = Exact<{
  id: string;
  input: UpdateWidgetInput;
}>;


export type UpdateWidgetMutation = { updateWidget: { widget: { id: string, name: string, allowedOrigins: Array<string>, leadsPerHour: number, demoKey: string | null, createdAt: string, business: { id: string, name: string } | null } } };

export type DeleteWidgetMutationVariables = Exact<{
  id: string;
}>;


export type DeleteWidgetMutation = { deleteWidget: { widget: { id: string } } };

export const WidgetFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WidgetFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Widget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"allowedOrigins"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"demoKey"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<WidgetFactsFragment, unknown>;
export const WidgetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Widgets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"widgets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WidgetFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WidgetFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Widget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"allowedOrigins"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"demoKey"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<WidgetsQuery, WidgetsQueryVariables>;
export const WidgetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Widget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"kind"},"name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Widget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WidgetFacts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WidgetFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Widget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"allowedOrigins"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"demoKey"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<WidgetQuery, WidgetQueryVariables>;
export const WidgetAssistantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WidgetAssistant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"kind"},"name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Widget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"knowledge"}},{"kind":"Field","name":{"kind":"Name","value":"modelTokensPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"modelTokensToday"}}]}}]}}]}}]} as unknown as DocumentNode<WidgetAssistantQuery, WidgetAssistantQueryVariables>;
export const TeachWidgetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TeachWidget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWidgetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateWidget"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"widget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"knowledge"}},{"kind":"Field","name":{"kind":"Name","value":"modelTokensPerDay"}}]}}]}}]}}]} as unknown as DocumentNode<TeachWidgetMutation, TeachWidgetMutationVariables>;
export const WidgetChatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WidgetChats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"kind"},"name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Widget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"conversationsNotCaptured"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"LAST_MESSAGE_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"widgetId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessageAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"content"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WidgetChatsQuery, WidgetChatsQueryVariables>;
export const WidgetKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WidgetKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"widget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WidgetKeysQuery, WidgetKeysQueryVariables>;
export const WidgetBusinessesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WidgetBusinesses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"businesses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<WidgetBusinessesQuery, WidgetBusinessesQueryVariables>;
export const CreateWidgetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWidget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWidgetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWidget"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"widget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WidgetFacts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WidgetFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Widget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"allowedOrigins"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"demoKey"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CreateWidgetMutation, CreateWidgetMutationVariables>;
export const UpdateWidgetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateWidget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWidgetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateWidget"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"widget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WidgetFacts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WidgetFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Widget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"allowedOrigins"}},{"kind":"Field","name":{"kind":"Name","value":"leadsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"demoKey"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<UpdateWidgetMutation, UpdateWidgetMutationVariables>;
export const DeleteWidgetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWidget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWidget"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"widget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteWidgetMutation, DeleteWidgetMutationVariables>;