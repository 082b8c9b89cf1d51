import type { Actor } from '../../access/actor.ts';
import { forbidden, invalidField } from '../../errors.ts';

/**
 * When a key that the actor makes ends: as asked, and no later than the actor's own.
 * @throws INVALID for a time that has passed; FORBIDDEN for one after the actor's own end.
 */
export function boundedExpiry(actor: Actor, now: Date, asked: Date | null | undefined): Date | null {
  if (!asked) return actor.expiresAt;
  if (asked <= now) throw invalidField('expiresAt', 'must be in the future');
  if (actor.expiresAt && asked > actor.expiresAt) {
    throw forbidden(`This API key ends at ${actor.expiresAt.toISOString()}; what it makes cannot outlive it.`, {
      field: 'expiresAt',
    });
  }
  return asked;
}
