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

/** A new lead. Everything may be absent. */
export type CreateLeadInput = {
  /** False refuses an e-mail address that another lead has which the caller can see: CONFLICT with `existingId`. */
  allowDuplicate?: boolean | null | undefined;
  /** The member who looks after the lead. */
  assignedToId?: string | null | undefined;
  /** Budget, authority, need, timeline; null clears all four. */
  bant?: BantInput | null | undefined;
  /** The business it belongs to. A key locked to one fills in its own. */
  businessId?: string | null | undefined;
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
  /** Where it comes from; `manual` by default. */
  source?: string | null | undefined;
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
  /** The widget it came through. */
  widgetId?: string | null | undefined;
};

/** A stretch of time. INVALID without an end, and where `to` is not later than `from`. */
export type InstantRange = {
  /** At this instant or later; from the beginning by default. */
  from?: string | null | undefined;
  /** Before this instant, which is not part of it; no end by default. */
  to?: string | null | undefined;
};

/** A range of whole numbers. INVALID without an end, and where `to` is below `from`. */
export type IntRange = {
  /** This number or more; no bound by default. */
  from?: number | null | undefined;
  /** This number or less: it is part of the range; no bound by default. */
  to?: number | null | undefined;
};

/** Which leads to list. Every field given must hold. */
export type LeadFilter = {
  /** Assigned to this member. */
  assignedToId?: string | null | undefined;
  /** Of this business. */
  businessId?: string | null | undefined;
  /** Captured in this conversation. */
  conversationId?: string | null | undefined;
  /** Made within this time; not beside `createdSince`. */
  created?: InstantRange | null | undefined;
  /** Made at or after this instant. */
  createdSince?: string | null | undefined;
  /** Those that were deleted and can be restored, instead of those that are there. */
  deletedOnly?: boolean | null | undefined;
  /** With this e-mail address, in any case. */
  email?: string | null | undefined;
  /** From this one of `sources`, where `manual` stands for every source that is not listed there as well. */
  listedSource?: string | null | undefined;
  /** With these words, in any case, somewhere in name, e-mail, phone, handle or remark: at most 200 characters. One or two characters, or little but punctuation, are looked for among the newest 10,000 only. */
  q?: string | null | undefined;
  /** With a score within this range; a lead without a score is in none. */
  score?: IntRange | null | undefined;
  /** From this source. */
  source?: string | null | undefined;
  /** In this stage: its id, key or name. Another one is INVALID with `extensions.reason` UNKNOWN_STAGE and the names of `stages`. */
  stage?: string | null | undefined;
  /** In one of these stages, each its id, key or name: 1 to 50. INVALID where it is empty, or beside `stage`. */
  stages?: Array<string> | null | undefined;
  /** With this status. */
  status?: LeadStatus | null | undefined;
  /** With one of these statuses. INVALID where it is empty, or beside `status`. */
  statuses?: Array<LeadStatus> | null | undefined;
  /** With every one of these tags: at most 50. */
  tags?: Array<string> | null | undefined;
  /** With at least one of these tags, beside all of `tags`: 1 to 50. INVALID where it is empty. */
  tagsAny?: Array<string> | null | undefined;
  /** Of this kind. */
  targetType?: string | null | undefined;
  /** With this temperature. */
  temperature?: Temperature | null | undefined;
  /** Of this tier. */
  tier?: LeadTier | null | undefined;
  /** Those that asked for no more mail where it is true, and those that did not where it is false. */
  unsubscribed?: boolean | null | undefined;
  /** Changed within this time; not beside `updatedSince`. */
  updated?: InstantRange | null | undefined;
  /** Changed at or after this instant. */
  updatedSince?: string | null | undefined;
  /** Captured by this widget. */
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

/** How much a lead is worth pursuing. */
export type LeadTier =
  /** First of all. */
  | 'HIGH'
  /** Hardly. */
  | 'LOW'
  /** As time allows. */
  | 'MEDIUM';

/** How a scraper’s run went. */
export type ScraperRunStatus =
  /** It broke off. */
  | 'FAILED'
  /** It has not ended. */
  | 'RUNNING'
  /** It read its source to the end. */
  | 'SUCCEEDED';

/** How likely a lead is to buy soon. */
export type Temperature =
  /** Hardly. */
  | 'COLD'
  /** Now. */
  | 'HOT'
  /** Perhaps. */
  | 'WARM';

export type LeadRowFragment = { id: string, businessId: string | null, targetType: string, source: string, status: LeadStatus, name: string | null, handle: string | null, email: string | null, phone: string | null, tags: Array<string>, remark: string | null, context: unknown, createdAt: string, updatedAt: string, handedOffAt: string | null, handoffDestination: string | null, handoffMetadata: unknown };

export type LeadsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter: LeadFilter;
}>;


export type LeadsQuery = { leads: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, businessId: string | null, targetType: string, source: string, status: LeadStatus, name: string | null, handle: string | null, email: string | null, phone: string | null, tags: Array<string>, remark: string | null, context: unknown, createdAt: string, updatedAt: string, handedOffAt: string | null, handoffDestination: string | null, handoffMetadata: unknown }> } };

export type LeadQueryVariables = Exact<{
  id: string;
}>;


export type LeadQuery = { lead: { id: string, businessId: string | null, targetType: string, source: string, status: LeadStatus, name: string | null, handle: string | null, email: string | null, phone: string | null, tags: Array<string>, remark: string | null, context: unknown, createdAt: string, updatedAt: string, handedOffAt: string | null, handoffDestination: string | null, handoffMetadata: unknown } | null };

export type CreateLeadMutationVariables = Exact<{
  input: CreateLeadInput;
}>;


export type CreateLeadMutation = { createLead: { lead: { id: string, businessId: string | null, targetType: string, source: string, status: LeadStatus, name: string | null, handle: string | null, email: string | null, phone: string | null, tags: Array<string>, remark: string | null, context: unknown, createdAt: string, updatedAt: string, handedOffAt: string | null, handoffDestination: string | null, handoffMetadata: unknown } } };

export type HandOffLeadMutationVariables = Exact<{
  id: string;
  destination: string;
  metadata?: unknown;
}>;


export type HandOffLeadMutation = { handOffLead: { lead: { id: string, businessId: string | null, targetType: string, source: string, status: LeadStatus, name: string | null, handle: string | null, email: string | null, phone: string | null, tags: Array<string>, remark: string | null, context: unknown, createdAt: string, updatedAt: string, handedOffAt: string | null, handoffDestination: string | null, handoffMetadata: unknown } } };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { sources: Array<{ id: string, name: string, targetTypes: Array<string>, enrichmentFields: Array<{ name: string, type: string, description: string }> }> };

export type ScraperRunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  source?: string | null | undefined;
  status?: ScraperRunStatus | null | undefined;
  since?: string | null | undefined;
}>;


export type ScraperRunsQuery = { scraperRuns: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, source: string, status: ScraperRunStatus, startedAt: string, finishedAt: string | null, leadsFound: number, leadsCreated: number, error: string | null }> } };

export const LeadRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"businessId"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"handedOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"handoffDestination"}},{"kind":"Field","name":{"kind":"Name","value":"handoffMetadata"}}]}}]} as unknown as DocumentNode<LeadRowFragment, unknown>;
export const LeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Leads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"businessId"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"handedOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"handoffDestination"}},{"kind":"Field","name":{"kind":"Name","value":"handoffMetadata"}}]}}]} as unknown as DocumentNode<LeadsQuery, LeadsQueryVariables>;
export const LeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Lead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"businessId"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"handedOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"handoffDestination"}},{"kind":"Field","name":{"kind":"Name","value":"handoffMetadata"}}]}}]} as unknown as DocumentNode<LeadQuery, LeadQueryVariables>;
export const CreateLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"businessId"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"handedOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"handoffDestination"}},{"kind":"Field","name":{"kind":"Name","value":"handoffMetadata"}}]}}]} as unknown as DocumentNode<CreateLeadMutation, CreateLeadMutationVariables>;
export const HandOffLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandOffLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"destination"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"metadata"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"JSON"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"handOffLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"destination"},"value":{"kind":"Variable","name":{"kind":"Name","value":"destination"}}},{"kind":"Argument","name":{"kind":"Name","value":"metadata"},"value":{"kind":"Variable","name":{"kind":"Name","value":"metadata"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"businessId"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"handedOffAt"}},{"kind":"Field","name":{"kind":"Name","value":"handoffDestination"}},{"kind":"Field","name":{"kind":"Name","value":"handoffMetadata"}}]}}]} as unknown as DocumentNode<HandOffLeadMutation, HandOffLeadMutationVariables>;
export const SourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"targetTypes"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}}]}}]} as unknown as DocumentNode<SourcesQuery, SourcesQueryVariables>;
export const ScraperRunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ScraperRuns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"source"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ScraperRunStatus"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"since"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scraperRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"source"},"value":{"kind":"Variable","name":{"kind":"Name","value":"source"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"since"},"value":{"kind":"Variable","name":{"kind":"Name","value":"since"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leadsFound"}},{"kind":"Field","name":{"kind":"Name","value":"leadsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}}]}}]}}]} as unknown as DocumentNode<ScraperRunsQuery, ScraperRunsQueryVariables>;