import { z } from 'zod';
import type { MeetingNotice } from '../../domain/meetings/notice.ts';
import { readClaims } from '../../domain/sync-sources/read-claims.ts';
import { parseInstant } from '../../instant.ts';
import { isBlank, isStorable } from '../../text.ts';

/** What a booking is known by. */
export const reference = z.string().min(1).max(500).refine(isStorable);

/** What a provider tells of an account; null for what it does not. */
export const shown = z.string().max(500).refine(isStorable).nullish().catch(null);

/** Text that is kept as far as it goes, and where it is none, not at all. */
export const kept = (chars: number) =>
  z
    .string()
    .nullish()
    .catch(null)
    .transform((text) => {
      const cut = (text ?? '').replaceAll('\0', '').slice(0, chars).toWellFormed().trim();
      return isBlank(cut) ? null : cut;
    });

/** An instant; null for what is none. */
export const instant = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => (text == null ? null : parseInstant(text)));

/** An address that a person may be led to; null for anything else. */
export const webAddress = kept(2000).transform((text) => {
  const url = text === null ? null : URL.parse(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? text : null;
});

type Told = { readonly [field in 'email' | 'name' | 'firstName' | 'lastName' | 'phone']?: string | null };

/** Who booked; null without an e-mail address. */
export function toInvitee(told: Told): MeetingNotice['invitee'] | null {
  const { claims } = readClaims(told, null);
  const { email } = claims;
  return email === undefined ? null : { ...claims, email };
}
