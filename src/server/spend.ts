import { OperationTypeNode } from 'graphql';
import type { Actor } from '../access/actor.ts';
import type { OperationKind, RateLimits, RateLimitState } from '../access/rate-limit.ts';
import { DomainError } from '../domain/errors.ts';

/** Which bucket an operation takes its unit from. */
export const kindOf = (operation: OperationTypeNode): OperationKind =>
  operation === OperationTypeNode.MUTATION ? 'write' : 'read';

/** Takes one unit. @throws LIMITED */
export async function spendUnit(limits: RateLimits, actor: Actor, kind: OperationKind): Promise<RateLimitState> {
  const state = await limits.spend(actor, kind);
  if (!state.allowed) throw limited(state);
  return state;
}

export const limited = ({ message, retryAfterSeconds }: RateLimitState): DomainError =>
  new DomainError('LIMITED', message, { retryAfterSeconds });
