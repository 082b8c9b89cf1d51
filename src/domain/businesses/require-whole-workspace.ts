import type { Actor } from '../../access/actor.ts';
import { forbidden } from '../errors.ts';

/** @throws FORBIDDEN for a key locked to a business: what is the whole workspace's is not its to change. */
export function requireWholeWorkspace({ businessId }: Actor): void {
  if (businessId === null) return;
  throw forbidden('This API key is locked to one business.', { reason: 'business_scope_mismatch' });
}
