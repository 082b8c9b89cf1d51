import type { Message } from '../../db/generated/prisma/client.ts';
import type { ScopedReader } from '../../db/scoped.ts';

type Said = Pick<Message, 'id' | 'role' | 'content' | 'inReplyTo' | 'createdAt'>;

export type Talk = {
  /** Oldest first, but for what waits for an answer, which comes last: a message may be stored after a later one was answered. */
  readonly messages: readonly Said[];
  /** The visitor's messages that nothing answers yet. */
  readonly waiting: readonly string[];
  /** When the first of them came. */
  readonly waitingSince: Date | null;
};

const rememberedMessages = 50;

/** The latest messages of a conversation. A person's reply answers all before it; the AI's, those that it names. */
export async function readTalk({ message }: Pick<ScopedReader, 'message'>, conversationId: string): Promise<Talk> {
  const latest = await message.findMany({
    where: { conversationId },
    orderBy: { id: 'desc' },
    take: rememberedMessages,
    select: { id: true, role: true, content: true, inReplyTo: true, createdAt: true },
  });
  const answeredUpTo = latest.find(answersAllBefore)?.id ?? '';
  const answered = new Set(latest.flatMap(({ inReplyTo }) => inReplyTo));
  const isWaiting = ({ id, role }: Said) => role === 'VISITOR' && id > answeredUpTo && !answered.has(id);
  const [waiting, settled] = [latest.filter(isWaiting), latest.filter((said) => !isWaiting(said))];
  return {
    messages: [...settled.toReversed(), ...waiting.toReversed()],
    waiting: waiting.map(({ id }) => id).toReversed(),
    waitingSince: waiting.at(-1)?.createdAt ?? null,
  };
}

/** The AI's replies of earlier versions name nothing. */
const answersAllBefore = ({ role, inReplyTo }: Said) => role === 'HUMAN' || (role === 'AI' && inReplyTo.length === 0);
