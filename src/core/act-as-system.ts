import type { DomainContext } from '../domain/context.ts';

/** Opens the domain for what the product does by itself in a workspace; `purpose` is told in the audit. */
export type ActAsSystem = (orgId: string, purpose: string) => DomainContext;
