import { email as emailShape } from '../input.ts';
import type { Claims } from '../leads/unproven/claims.ts';
import { isBlank } from '../../text.ts';
import { type Mapping, readFields } from './mapping.ts';

const most = {
  name: 200,
  phone: 50,
  company: 200,
  jobTitle: 200,
  need: 2000,
  budget: 500,
  authority: 500,
  timeline: 500,
} as const;

type ReadClaims = {
  /** What the body says of a person, cut to what a lead's fields hold. */
  readonly claims: Claims;
  /** Why no lead can be made of it; null where one can. */
  readonly problem: string | null;
};

const nobody = 'The body gives no e-mail address and no name.';
const noAddress = 'The e-mail address is none.';

/** What a body says of whom it is about. */
export function readClaims(body: unknown, mapping: Mapping | null): ReadClaims {
  const { email: given, firstName, lastName, ...found } = readFields(body, mapping);
  const whole = [firstName, lastName].filter((part) => part !== undefined).join(' ');
  const texts: Readonly<Record<string, string | undefined>> = { ...found, name: found.name ?? whole };
  const { data: email } = emailShape.safeParse(given);
  const claims: Claims = {
    ...(email !== undefined && { email }),
    ...Object.fromEntries(
      Object.entries(most).flatMap(([field, chars]) => {
        const text = cut(texts[field] ?? '', chars);
        return isBlank(text) ? [] : [[field, text]];
      }),
    ),
  };
  if (given !== undefined && email === undefined) return { claims, problem: noAddress };
  return { claims, problem: claims.email === undefined && claims.name === undefined ? nobody : null };
}

/** At most so much, and no half of a surrogate pair at its end. */
const cut = (text: string, chars: number): string => text.normalize('NFC').slice(0, chars).toWellFormed().trim();

type Previewed = {
  readonly fields: readonly { readonly field: string; readonly value: string }[];
  readonly problem: string | null;
};

/** What would be read of a body, field by field, and why it would be refused. */
export function previewClaims(body: unknown, mapping: Mapping | null): Previewed {
  const found = Object.entries(readFields(body, mapping));
  return { fields: found.map(([field, value]) => ({ field, value })), problem: readClaims(body, mapping).problem };
}
