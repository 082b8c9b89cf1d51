import type { OutsideCapability } from '../../db/generated/prisma/enums.ts';

/** What a workspace may have done by the providers that the operator set up. */
export const capabilities = ['MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT'] as const satisfies OutsideCapability[];

export type Capability = (typeof capabilities)[number];

/** As a workspace keeps them: in the order of the list, each once. */
export const toCapabilities = (names: readonly string[]): Capability[] =>
  capabilities.filter((capability) => names.includes(capability));

/** For whom something is done outside: the workspace that answers for it, and the conversation it is about. */
export type OnBehalf = {
  readonly orgId: string;
  readonly businessId: string | null;
  readonly conversationId: string | null;
};
