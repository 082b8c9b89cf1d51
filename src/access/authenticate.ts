import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { unauthenticated } from '../errors.ts';
import type { Actor } from './actor.ts';
import { looksLikeCredential, sessionToken } from './credentials.ts';
import { keyPrefixes } from './dialects.ts';
import { createFindKey, type KeyRow } from './find-key.ts';
import { boundScopes } from './roles.ts';
import type { Scope } from './scopes.ts';

/** @throws UNAUTHENTICATED without telling whether the credential never was, was revoked, or has expired */
export type Authenticate = (token: string, requestId: string) => Promise<Actor>;

/** Turns a credential into who acts. Read from the database for every request, since a key may be revoked between two. */
export function createAuthenticate(pool: Pick<pg.Pool, 'query'>, clock: Clock, touched: (actor: Actor) => void) {
  const findKey = createFindKey(pool);

  async function find(token: string, requestId: string, asSession: boolean): Promise<Actor> {
    const key = await findKey(token);
    if (!key || key.ended || key.is_session !== asSession) throw refused();
    if (!asSession && !token.startsWith(keyPrefixes[key.dialect])) throw refused();
    // The driver makes null of a date it cannot read: what expires, and not readably later, has expired.
    if (key.expires && !(key.expires_at && key.expires_at > clock.now())) throw refused();
    const actor = toActor(key, requestId);
    touched(actor);
    return actor;
  }

  /** A key as it is sent with requests. */
  const authenticate: Authenticate = async (token, requestId) => {
    if (!looksLikeCredential(token)) throw refused();
    return find(token, requestId, false);
  };
  /** What a cookie of the console holds; whether it may be used there is its reader's to ask. */
  const authenticateSession: Authenticate = async (token, requestId) => {
    if (!sessionToken.isOne(token)) throw refused();
    return find(token, requestId, true);
  };
  return { authenticate, authenticateSession };
}

const mostScopesKept = 1000;
const scopesKept = new Map<string, ReadonlySet<Scope>>();

/** Keys of the same scopes share them as one set, of which what they come to is known by itself. */
function scopesOf({ scopes, role }: KeyRow): ReadonlySet<Scope> {
  const name = JSON.stringify([role, scopes]);
  const known = scopesKept.get(name);
  if (known) return known;
  if (scopesKept.size >= mostScopesKept) scopesKept.clear();
  const held = new Set(boundScopes(scopes, role));
  scopesKept.set(name, held);
  return held;
}

const toActor = (key: KeyRow, requestId: string): Actor => ({
  orgId: key.org_id,
  apiKeyId: key.opened_by_id ?? key.id,
  dialect: key.dialect,
  scopes: scopesOf(key),
  businessId: key.business_id,
  memberId: key.member_id,
  role: key.role,
  widgetId: key.widget_id,
  conversationId: null,
  tier: key.tier,
  ...(key.is_session && { session: { id: key.id, mintsUntil: key.mints_until } }),
  expiresAt: key.expires_at,
  requestId,
  revision: { number: Number(key.revision), at: key.event_at.getTime() },
});

const refused = () => unauthenticated('The API key is missing, unknown, revoked or expired.');
