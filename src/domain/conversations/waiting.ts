import type { Conversation } from '../../db/generated/prisma/client.ts';
import { asksForPerson } from './responder/reply-to.ts';

type Waiting = Pick<Conversation, 'status' | 'waitingSince'>;

/**
 * Since when a visitor waits for a person, once they wrote at `at`: while one holds the conversation every message waits,
 * else one that asks for a person. What waits already is older.
 */
export const waitingOnceHeard = ({ status, waitingSince }: Waiting, message: string, at: Date): Date | null =>
  waitingSince ?? (status === 'HUMAN_ACTIVE' || asksForPerson(message) ? at : null);
