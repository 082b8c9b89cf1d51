/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { organisationId: string, apiKey: string, tier: Tier, leadLimit: number | null, campaignLimit: number | null } };


export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisationId"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"leadLimit"}},{"kind":"Field","name":{"kind":"Name","value":"campaignLimit"}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;