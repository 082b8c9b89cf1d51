import { systemActor } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { answerVisitor } from './answer-visitor.ts';

/**
 * Lets the AI answer what visitors wrote while somebody held these conversations, by the product's own doing. Called once their
 * handing back is committed. Nobody waits for it, since a model takes its time; a visitor who writes meanwhile is answered once.
 */
export function answerWhatWaits({ actor, services }: DomainContext, ids: readonly string[]): void {
  const { orgId, requestId } = actor;
  for (const id of ids) {
    services.afterwards(orgId, async () => {
      const system = services.openAs(systemActor(orgId, requestId));
      const conversation = await system.db.conversation.findFirst({ where: { id } });
      if (conversation) await answerVisitor(system, conversation);
    });
  }
}
