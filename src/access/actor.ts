import type { Dialect, Tier } from '../db/generated/prisma/enums.ts';
import { forbidden } from '../errors.ts';
import { type Capability, wholeWorkspaceScopes } from './scopes.ts';

/** Who acts, for whom, and within what bounds: plain data made from a credential. */
export type Actor = {
  readonly orgId: string;
  readonly apiKeyId: string;
  readonly dialect: Dialect;
  readonly scopes: ReadonlySet<Capability>;
  /** Set when the key is locked to one business: nothing outside it exists for this actor. */
  readonly businessId: string | null;
  /** The team member in whose name the key acts. */
  readonly memberId: string | null;
  /** Set on public widget keys only. */
  readonly widgetId: string | null;
  readonly tier: Tier;
  readonly expiresAt: Date | null;
  readonly requestId: string;
  /** Where a stranger writes from, by whom there is nothing else to tell it. */
  readonly address?: string;
};

/**
 * @throws FORBIDDEN naming the scope, before anything is looked up; also for one over the whole workspace in a key that is
 * locked to a business.
 */
export function requireScope(actor: Actor, scope: Capability): void {
  if (!actor.scopes.has(scope)) throw forbidden(`API key lacks required scope: ${scope}`, { scope });
  if (wholeWorkspaceScopes.has(scope)) requireWholeWorkspace(actor);
}

/** @throws FORBIDDEN for a key locked to a business: what is the whole workspace's is not its to change. */
export function requireWholeWorkspace({ businessId }: Actor): void {
  if (businessId === null) return;
  throw forbidden('This API key is locked to one business.', { reason: 'business_scope_mismatch' });
}

/** Who acts when nobody has a key yet, in the dialect it asks in: may make a workspace and nothing else, and sees no tenant's rows. */
export const signupActor = (dialect: Dialect, requestId: string, address = ''): Actor => ({
  orgId: '',
  apiKeyId: '',
  dialect,
  scopes: new Set<Capability>(['workspaces:create']),
  businessId: null,
  memberId: null,
  widgetId: null,
  tier: 'FREE',
  expiresAt: null,
  requestId,
  address,
});

/** Who acts when the product does something by itself: no key and no member, in one workspace. */
export const systemActor = (orgId: string, requestId: string): Actor => ({
  ...signupActor('GRAPHQL', requestId),
  orgId,
  scopes: new Set(),
});
