import { timingSafeEqual } from 'node:crypto';
import { limits } from '../limits.ts';
import { hashSecret } from './credentials.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Uses of one day are kept as one, so a token gets a day more than it was promised, and never less. */
const lifeMs = (limits.visitorTokenDays + 1) * dayMs;

export type KnownToken = {
  readonly hash: Uint8Array;
  /** Null where no use is on record: the conversation's last change stands for it. */
  readonly usedAt: Date | null;
  readonly changedAt: Date;
};

/** Whether a token is that of a conversation's visitor, and was used lately enough. Compared in constant time, also where there is none. */
export function isVisitors({ hash, usedAt, changedAt }: KnownToken, token: string | null, now: Date): boolean {
  const isOwn = timingSafeEqual(hashSecret(token ?? ''), hash);
  return isOwn && token !== null && now.getTime() - (usedAt ?? changedAt).getTime() < lifeMs;
}

/** Whether a further use is worth writing down. */
export const isUseNews = (usedAt: Date | null, now: Date): boolean =>
  usedAt === null || now.getTime() - usedAt.getTime() >= dayMs;
