import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Dialect, Tier } from '../db/generated/prisma/enums.ts';
import { unauthenticated } from '../errors.ts';
import type { Actor } from './actor.ts';
import { hashSecret, looksLikeCredential } from './credentials.ts';
import { keyPrefixes } from './dialects.ts';
import { isScope } from './scopes.ts';

type KeyRow = {
  org_id: string;
  id: string;
  dialect: Dialect;
  scopes: string[];
  business_id: string | null;
  member_id: string | null;
  widget_id: string | null;
  expires: boolean;
  expires_at: Date | null;
  revoked: boolean;
  tier: Tier;
};

const keySql = `select k.org_id, k.id, k.dialect, k.scopes, k.business_id, k.member_id, k.widget_id, k.expires_at is not null as expires,
  k.expires_at, k.revoked_at is not null as revoked, o.tier
  from api_keys k join organisations o on o.id = k.org_id where k.hash = $1`;

export type Authenticate = (token: string, requestId: string) => Promise<Actor>;

/**
 * Turns a credential into who acts. Read from the database for every request, since a key may be revoked between two.
 * @throws UNAUTHENTICATED without telling whether the key never was, was revoked, or has expired.
 */
export function createAuthenticate(pool: pg.Pool, clock: Clock, touched: (actor: Actor) => void): Authenticate {
  return async (token, requestId) => {
    if (!looksLikeCredential(token)) throw refused();
    const { rows } = await pool.query<KeyRow>({ name: 'authenticate', text: keySql, values: [hashSecret(token)] });
    const key = rows[0];
    if (!key || key.revoked || !token.startsWith(keyPrefixes[key.dialect])) throw refused();
    // The driver makes null of a date it cannot read: what expires, and not readably later, has expired.
    if (key.expires && !(key.expires_at && key.expires_at > clock.now())) throw refused();
    const actor: Actor = {
      orgId: key.org_id,
      apiKeyId: key.id,
      dialect: key.dialect,
      scopes: new Set(key.scopes.filter(isScope)),
      businessId: key.business_id,
      memberId: key.member_id,
      widgetId: key.widget_id,
      tier: key.tier,
      expiresAt: key.expires_at,
      requestId,
    };
    touched(actor);
    return actor;
  };
}

const refused = () => unauthenticated('The API key is missing, unknown, revoked or expired.');
