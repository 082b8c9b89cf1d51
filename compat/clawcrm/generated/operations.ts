/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A confidence score in a word. */
export type ConfidenceLabel =
  /** Less than 20. */
  | 'COLD'
  /** 20 to 44. */
  | 'COOL'
  /** 70 and more. */
  | 'HOT'
  /** 45 to 69. */
  | 'WARM';

/** How the last enrichment of a lead went. */
export type EnrichmentStatus =
  /** Something was found. */
  | 'COMPLETE'
  /** Nothing was, or it broke off. */
  | 'FAILED';

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

/** A stranger who wants a workspace. */
export type SignUpInput = {
  /** What to call the first key. */
  agentName?: string | null | undefined;
  /** What the agent runs on. */
  agentPlatform?: string | null | undefined;
  /** Where its people can be written to. */
  email: string;
  /** What to call it; a known address needs another one for a further workspace. */
  workspaceName?: string | null | undefined;
};

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

export type LeadRowFragment = { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, company: string | null, businessType: string | null, jobTitle: string | null, seniority: string | null, companyName: string | null, linkedinUrl: string | null, companySize: string | null, companyRevenue: string | null, status: LeadStatus, tier: LeadTier | null, source: string, crmData: unknown, customFields: unknown, confidenceScore: number | null, confidenceLabel: ConfidenceLabel | null, scoredAt: string | null, lastTouchedAt: string | null, enrichmentStatus: EnrichmentStatus | null, enrichmentError: string | null, enrichedAt: string | null, createdAt: string, updatedAt: string, deletedAt: string | null, stage: { name: string } | null };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { organisationId: string, apiKey: string, tier: Tier, leadLimit: number | null, campaignLimit: number | null } };

export const LeadRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"seniority"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"linkedinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"companySize"}},{"kind":"Field","name":{"kind":"Name","value":"companyRevenue"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"crmData"}},{"kind":"Field","name":{"kind":"Name","value":"customFields"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceScore"}},{"kind":"Field","name":{"kind":"Name","value":"confidenceLabel"}},{"kind":"Field","name":{"kind":"Name","value":"scoredAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTouchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"enrichmentError"}},{"kind":"Field","name":{"kind":"Name","value":"enrichedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<LeadRowFragment, unknown>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"leadLimit"}},{"kind":"Field","name":{"kind":"Name","value":"campaignLimit"}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;