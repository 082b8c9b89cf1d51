import type { DomainContext } from '../../context.ts';
import { answerWhatWaits } from '../answer-what-waits.ts';
import { lockConversation } from '../conversation-snapshot.ts';
import { returnToAi } from './hand-back-conversation.ts';
import { isOver } from './is-over.ts';

/**
 * Hands back a conversation whose takeover is over, by the product's own doing: its lease has ended, or the key that holds it was
 * revoked or has expired. The AI answers what waits then. Answers whether it did: not where it was renewed or ended meanwhile, or another node was faster.
 */
export async function endTakeover(context: DomainContext, id: string): Promise<boolean> {
  const isEnded = await context.write(async (tx) => {
    const before = await lockConversation(tx, id);
    if (!(await isOver(tx, before))) return false;
    await returnToAi(tx, before);
    return true;
  });
  if (isEnded) answerWhatWaits(context, [id]);
  return isEnded;
}
