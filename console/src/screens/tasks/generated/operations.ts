/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What is known of a lead’s budget, authority, need and timeline. Null clears a field. */
export type BantInput = {
  /** Who decides. */
  authority?: string | null | undefined;
  /** What they can spend. */
  budget?: string | null | undefined;
  /** What they are after. */
  need?: string | null | undefined;
  /** By when. */
  timeline?: string | null | undefined;
};

/** A new task. Its business and widget are those of its lead or conversation. */
export type CreateTaskInput = {
  /** Has the product carry it out, once it is due, and end it with its `execution` and `result`. Of ENRICHMENT alone; needs `leadId`, and `leads:write`. */
  automated?: boolean | null | undefined;
  /** The business it belongs to, where it is about nothing else. */
  businessId?: string | null | undefined;
  /** The conversation it is about. */
  conversationId?: string | null | undefined;
  /** By when. */
  dueAt?: string | null | undefined;
  /** How it is to be carried out: an object of at most 64 KiB. */
  execution?: unknown;
  /** The lead it is about. */
  leadId?: string | null | undefined;
  /** 1 to 500 characters. */
  title: string;
  /** What kind of work. */
  type: TaskType;
  /** The widget it came through. */
  widgetId?: string | null | undefined;
};

/** How far the relation with a lead has come. */
export type LeadStatus =
  /** Nothing more is to be done. */
  | 'CLOSED'
  /** We wrote or called. */
  | 'CONTACTED'
  /** The lead became a customer. */
  | 'CONVERTED'
  /** Nobody has been in touch yet. */
  | 'NEW'
  /** The lead answered. */
  | 'REPLIED'
  /** Not a lead at all. */
  | 'SPAM';

/** What a lead must still be, so that a change does not undo what somebody else did meanwhile. An absent field may be anything. */
export type LeadStillInput = {
  /** The member who looks after it; null is nobody. */
  assignedToId?: string | null | undefined;
  /** Those of budget, authority, need and timeline that are given. */
  bant?: BantInput | null | undefined;
  /** Where they work. */
  company?: string | null | undefined;
  /** Its e-mail address. */
  email?: string | null | undefined;
  /** Its first name; null is none, as of the facts below. */
  firstName?: string | null | undefined;
  /** What it is called where it was found. */
  handle?: string | null | undefined;
  /** What they do there. */
  jobTitle?: string | null | undefined;
  /** Its last name. */
  lastName?: string | null | undefined;
  /** The address of their LinkedIn profile. */
  linkedinUrl?: string | null | undefined;
  /** Its phone number. */
  phone?: string | null | undefined;
  /** What was written down about it. */
  remark?: string | null | undefined;
  /** Its score. */
  score?: number | null | undefined;
  /** The stage it is in: its id, key or name. */
  stage?: string | null | undefined;
  /** Its lifecycle status. */
  status?: LeadStatus | null | undefined;
  /** All of its tags, in their order. */
  tags?: Array<string> | null | undefined;
  /** How much it is worth pursuing. */
  tier?: LeadTier | null | undefined;
};

/** How much a lead is worth pursuing. */
export type LeadTier =
  /** First of all. */
  | 'HIGH'
  /** Hardly. */
  | 'LOW'
  /** As time allows. */
  | 'MEDIUM';

/** Which way a list runs. */
export type OrderDirection =
  /** From the least to the greatest: the earliest, the lowest, A first. */
  | 'ASC'
  /** From the greatest to the least: the latest, the highest, Z first. */
  | 'DESC';

/** Which tasks to list. Every field given must hold. */
export type TaskFilter = {
  /** Of this business. */
  businessId?: string | null | undefined;
  /** About this conversation. */
  conversationId?: string | null | undefined;
  /** Due before this instant; those without a date are not. */
  dueBefore?: string | null | undefined;
  /** Due at or after this instant. */
  dueSince?: string | null | undefined;
  /** About this lead. */
  leadId?: string | null | undefined;
  /** With this status. */
  status?: TaskStatus | null | undefined;
  /** Of this type. */
  type?: TaskType | null | undefined;
  /** Changed at or after this instant. */
  updatedSince?: string | null | undefined;
  /** From this widget. */
  widgetId?: string | null | undefined;
};

/** In which order to list tasks. Its cursors are good for this order alone. */
export type TaskOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** What to go by. */
  field: TaskOrderField;
};

/** What tasks are listed by. */
export type TaskOrderField =
  /** When it was scheduled. */
  | 'CREATED_AT'
  /** By when it is to be done; those without a date stand last, whatever the direction. */
  | 'DUE_AT';

/** How far a task has come. */
export type TaskStatus =
  /** No longer wanted. */
  | 'CANCELLED'
  /** Done. */
  | 'COMPLETED'
  /** Tried in vain. */
  | 'FAILED'
  /** Waiting to be done. */
  | 'PENDING'
  /** Being done. */
  | 'RUNNING';

/** What kind of work a task is. */
export type TaskType =
  /** Carry data to another system. */
  | 'CRM_SYNC'
  /** Write an email. */
  | 'EMAIL'
  /** Find out more about a lead. */
  | 'ENRICHMENT'
  /** Get back to a lead. */
  | 'FOLLOW_UP'
  /** Anything else. */
  | 'OTHER'
  /** Find out whether a lead fits. */
  | 'QUALIFICATION';

/** How likely a lead is to buy soon. */
export type Temperature =
  /** Hardly. */
  | 'COLD'
  /** Now. */
  | 'HOT'
  /** Perhaps. */
  | 'WARM';

/** What to change of a lead. An absent field stays, null clears it. */
export type UpdateLeadInput = {
  /** False refuses an e-mail address that another lead has which the caller can see: CONFLICT with `existingId`. */
  allowDuplicate?: boolean | null | undefined;
  /** The member who looks after the lead. */
  assignedToId?: string | null | undefined;
  /** Budget, authority, need, timeline; null clears all four. */
  bant?: BantInput | null | undefined;
  /** What kind of business its company is. Up to 200 characters. */
  businessType?: string | null | undefined;
  /** Where they work. */
  company?: string | null | undefined;
  /** The company’s name as looked up. Up to 200 characters. */
  companyName?: string | null | undefined;
  /** What the company earns, in words. Up to 100 characters. */
  companyRevenue?: string | null | undefined;
  /** How many work there, in words. Up to 100 characters. */
  companySize?: string | null | undefined;
  /** Anything the source knows: an object of at most 64 KiB; null is an empty one. */
  context?: unknown;
  /** Put into what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  crmData?: unknown;
  /** Values by the names of custom fields, checked against them, and any other keys. Put into what is there; null as a value takes a key away. The whole is at most 64 KiB. */
  customFields?: unknown;
  /** An e-mail address; kept in lower case. */
  email?: string | null | undefined;
  /** Up to 100 characters. */
  firstName?: string | null | undefined;
  /** A name on some platform, such as u/name. */
  handle?: string | null | undefined;
  /** What they do there. */
  jobTitle?: string | null | undefined;
  /** Up to 100 characters. */
  lastName?: string | null | undefined;
  /** The web address of their LinkedIn profile. Up to 500 characters. */
  linkedinUrl?: string | null | undefined;
  /** The whole name; it is split at its first space. Up to 200 characters. */
  name?: string | null | undefined;
  /** Up to 50 characters, kept as given. */
  phone?: string | null | undefined;
  /** What to write down about the lead. Up to 10,000 characters. */
  remark?: string | null | undefined;
  /** 0 to 100. */
  score?: number | null | undefined;
  /** How high up they stand there. Up to 100 characters. */
  seniority?: string | null | undefined;
  /** A stage’s id, key or name; null is the default stage. */
  stage?: string | null | undefined;
  /** The lifecycle status; null is NEW. */
  status?: LeadStatus | null | undefined;
  /** At most 50; replaces the ones there are. */
  tags?: Array<string> | null | undefined;
  /** What kind of lead its source says it is; null is the usual kind of the source. */
  targetType?: string | null | undefined;
  /** How likely a sale is. */
  temperature?: Temperature | null | undefined;
  /** How much it is worth pursuing. */
  tier?: LeadTier | null | undefined;
};

/** What to change of a task. An absent field stays. */
export type UpdateTaskInput = {
  /** By when; null clears it. */
  dueAt?: string | null | undefined;
  /** How it was carried out; null clears it. */
  execution?: unknown;
  /** What came of it; null clears it. */
  result?: unknown;
  /** Completes, fails or cancels it; a finished task keeps its status. */
  status?: TaskStatus | null | undefined;
  /** 1 to 500 characters. */
  title?: string | null | undefined;
  /** What kind of work. */
  type?: TaskType | null | undefined;
};

export type TasksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: TaskFilter | null | undefined;
  orderBy?: TaskOrder | null | undefined;
  leads: boolean;
}>;


export type TasksQuery = { tasks: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, type: TaskType, status: TaskStatus, dueAt: string | null, completedAt: string | null, updatedAt: string, lead?: { id: string, name: string | null, email: string | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } | null }> } };

export type LeadOfTaskFragment = { id: string, name: string | null, email: string | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null };

export type OneTaskQueryVariables = Exact<{
  id: string;
  leads: boolean;
}>;


export type OneTaskQuery = { task: { id: string, title: string, type: TaskType, status: TaskStatus, dueAt: string | null, createdAt: string, lead?: { id: string, name: string | null, email: string | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } | null } | null };

export type AssigneesQueryVariables = Exact<{ [key: string]: never; }>;


export type AssigneesQuery = { members: { nodes: Array<{ id: string, name: string }> } };

export type AssignLeadMutationVariables = Exact<{
  id: string;
  input: UpdateLeadInput;
  ifStill: LeadStillInput;
}>;


export type AssignLeadMutation = { updateLead: { lead: { id: string, name: string | null, email: string | null, assignedTo: { id: string, name: string, avatarUrl: string | null } | null } } };

export type MakeTaskMutationVariables = Exact<{
  input: CreateTaskInput;
}>;


export type MakeTaskMutation = { createTask: { task: { id: string } } };

export type SaveTaskMutationVariables = Exact<{
  id: string;
  input: UpdateTaskInput;
}>;


export type SaveTaskMutation = { updateTask: { task: { id: string, title: string, type: TaskType, status: TaskStatus, dueAt: string | null, completedAt: string | null, updatedAt: string } } };

export type ReopenTaskMutationVariables = Exact<{
  id: string;
}>;


export type ReopenTaskMutation = { reopenTask: { task: { id: string, status: TaskStatus, completedAt: string | null, updatedAt: string } } };

export const LeadOfTaskFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadOfTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<LeadOfTaskFragment, unknown>;
export const TasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leads"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leads"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadOfTask"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadOfTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<TasksQuery, TasksQueryVariables>;
export const OneTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leads"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leads"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadOfTask"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadOfTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<OneTaskQuery, OneTaskQueryVariables>;
export const AssigneesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Assignees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AssigneesQuery, AssigneesQueryVariables>;
export const AssignLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateLeadInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ifStill"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadStillInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"ifStill"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ifStill"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadOfTask"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadOfTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"assignedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}}]} as unknown as DocumentNode<AssignLeadMutation, AssignLeadMutationVariables>;
export const MakeTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<MakeTaskMutation, MakeTaskMutationVariables>;
export const SaveTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}}]} as unknown as DocumentNode<SaveTaskMutation, SaveTaskMutationVariables>;
export const ReopenTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReopenTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reopenTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}}]} as unknown as DocumentNode<ReopenTaskMutation, ReopenTaskMutationVariables>;