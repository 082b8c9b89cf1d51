import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { notFound } from '../errors.ts';
import { type Actor, visitorActor } from './actor.ts';
import { hashSecret } from './credentials.ts';
import { isUseNews, isVisitors } from './visitor-token.ts';
import type { VisitorUse } from './visitor-usage.ts';

type Row = { readonly hash: Buffer; readonly changed_at: Date; readonly used_at: Date | null };

const noHash = hashSecret('none');

const visitorSql = `select c.visitor_token_hash as hash, c.updated_at as changed_at, u.last_used_at as used_at
  from conversations c left join visitor_token_uses u on u.org_id = c.org_id and u.conversation_id = c.id
 where c.org_id = $1 and c.id = $2 and c.widget_id = $3`;

export type AuthenticateVisitor = (widget: Actor, conversationId: string, token: string | null) => Promise<Actor>;

/**
 * Turns a widget's key and a visitor's token into who reads one conversation and nothing else.
 * @throws NOT_FOUND, the same for a conversation that is not there, is another widget's, or another visitor's, and for a token that
 * is missing or was not used for too long
 */
export function createAuthenticateVisitor(
  pool: pg.Pool,
  clock: Clock,
  seen: (use: VisitorUse) => void,
): AuthenticateVisitor {
  return async (widget, conversationId, token) => {
    const { orgId, widgetId } = widget;
    const values = [orgId, conversationId, widgetId];
    const { rows } = await pool.query<Row>({ name: 'authenticate-visitor', text: visitorSql, values });
    const [row] = rows;
    // Compared in any case, so that an answer's time does not tell which conversations there are.
    const now = clock.now();
    const known = { hash: row?.hash ?? noHash, usedAt: row?.used_at ?? null, changedAt: row?.changed_at ?? now };
    if (!isVisitors(known, token, now) || !row) throw notFound('conversation');
    if (isUseNews(row.used_at, now)) seen({ orgId, conversationId, at: now });
    return visitorActor(widget, conversationId);
  };
}
