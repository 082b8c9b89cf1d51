import { type DocumentNode, getOperationAST, OperationTypeNode } from 'graphql';
import type { Actor } from '../../access/actor.ts';
import type { OperationKind, RateLimits, RateLimitState } from '../../access/rate-limit.ts';
import { DomainError } from '../../errors.ts';

/** Which bucket an operation takes its unit from. */
const kindOf = (operation: OperationTypeNode): OperationKind =>
  operation === OperationTypeNode.MUTATION ? 'write' : 'read';

/** The same for what a client sent; what is no operation at all is refused later, and costs a read. */
export function kindOfOperation(
  parse: (query: string) => DocumentNode,
  query: string | undefined,
  name: string | null | undefined,
): OperationKind {
  try {
    const operation = query ? getOperationAST(parse(query), name) : null;
    return operation ? kindOf(operation.operation) : 'read';
  } catch {
    return 'read';
  }
}

/** Takes one unit. @throws LIMITED */
export async function spendUnit(limits: RateLimits, actor: Actor, kind: OperationKind): Promise<RateLimitState> {
  const state = await limits.spend(actor, kind);
  if (!state.allowed) throw limited(state);
  return state;
}

export const limited = ({ message, retryAfterSeconds }: RateLimitState): DomainError =>
  new DomainError('LIMITED', message, { retryAfterSeconds });
