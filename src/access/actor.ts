import type { Dialect, MemberRole, Tier } from '../db/generated/prisma/enums.ts';
import { forbidden } from '../errors.ts';
import { type Capability, wholeWorkspaceScopes } from './scopes.ts';

/** Where an organisation stands after so many changes. `at`, of its last event, tells apart what two servers count alike after a failover. */
export type Revision = { readonly number: number; readonly at: number };

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
  /** That member's role, which bounds the scopes; null where there is no member, or the member has none. */
  readonly role: MemberRole | null;
  /** Set on public widget keys only. */
  readonly widgetId: string | null;
  /** Set for a visitor of a widget: nothing but this conversation exists for this actor. */
  readonly conversationId: string | null;
  readonly tier: Tier;
  /** Set in a console session: its own hidden key, and until when what it makes may last. */
  readonly session?: { readonly id: string; readonly mintsUntil: Date | null };
  readonly expiresAt: Date | null;
  readonly requestId: string;
  /** The organisation's, from the statement that found the credential; absent where no credential was shown. */
  readonly revision?: Revision;
  /** Where a stranger writes from, by whom there is nothing else to tell it. */
  readonly address?: string;
};

/** The key that was shown, which in a console session is not the one that acts. */
export const credentialOf = ({ session, apiKeyId }: Pick<Actor, 'session' | 'apiKeyId'>): string =>
  session?.id ?? apiKeyId;

/** Until when a key may last that the actor makes: no longer than its own, and in a console session than the key that opened it. */
export const mintsUntil = ({ session, expiresAt }: Actor): Date | null => (session ? session.mintsUntil : expiresAt);

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
  role: null,
  widgetId: null,
  conversationId: null,
  tier: 'FREE',
  expiresAt: null,
  requestId,
  address,
});

/** Who acts when a visitor reads what was said: the widget's key, held to one conversation and able to change nothing. */
export const visitorActor = (widget: Actor, conversationId: string): Actor => ({
  ...widget,
  conversationId,
  memberId: null,
  role: null,
  scopes: new Set<Capability>(['conversations:read']),
});

/** @throws FORBIDDEN for a visitor: what lies around the conversation is the workspace's. */
export function requireInsider({ conversationId }: Actor): void {
  if (conversationId !== null) throw forbidden('A visitor is shown the conversation and nothing else.');
}

/** Who acts when the product does something by itself: no key and no member, in one workspace. */
export const systemActor = (orgId: string, requestId: string): Actor => ({
  ...signupActor('GRAPHQL', requestId),
  orgId,
  scopes: new Set(),
});
