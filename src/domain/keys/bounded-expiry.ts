import { type Actor, mintsUntil } from '../../access/actor.ts';
import { forbidden, invalidField } from '../../errors.ts';

/**
 * When a key that the actor makes ends: as asked, and no later than the actor's own; in a console session than the key that opened it.
 * @throws INVALID for a time that has passed; FORBIDDEN for one after the actor's own end.
 */
export function boundedExpiry(actor: Actor, now: Date, asked: Date | null | undefined): Date | null {
  const most = mintsUntil(actor);
  if (!asked) return most;
  if (asked <= now) throw invalidField('expiresAt', 'must be in the future');
  if (most && asked > most) {
    throw forbidden(`This API key ends at ${most.toISOString()}; what it makes cannot outlive it.`, {
      field: 'expiresAt',
    });
  }
  return asked;
}
