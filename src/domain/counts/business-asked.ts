import type { Actor } from '../../access/actor.ts';

/** The business whose counts answer what is asked for; null for all in reach, undefined where no counts do. */
export function businessAsked({ businessId }: Pick<Actor, 'businessId'>, asked: unknown): string | null | undefined {
  if (asked === undefined) return null;
  const isInReach = typeof asked === 'string' && asked !== '' && asked === (businessId ?? asked);
  return isInReach ? asked : undefined;
}
