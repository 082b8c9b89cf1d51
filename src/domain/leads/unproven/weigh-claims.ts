import { type Claim, claimNames, type Claims } from './claims.ts';
import { isSameClaim, longerName } from './same-claim.ts';

export type Contradiction = { readonly claim: Claim; readonly said: string; readonly known: string };

export type Weighed = {
  /** What may be written: into fields that are empty, and over what the same person said before. */
  readonly accepted: Claims;
  readonly contradicted: readonly Contradiction[];
};

/**
 * Holds what was said against what is known.
 * @param own what the same person said before, asked for only where something differs: theirs to correct
 */
export function weighClaims(known: Claims, said: Claims, own: () => Claims): Weighed {
  const accepted: { [claim in Claim]?: string } = {};
  const differing: Contradiction[] = [];
  for (const claim of claimNames) {
    const [there, value] = [known[claim], said[claim]];
    if (value === undefined) continue;
    if (there === undefined) accepted[claim] = value;
    else if (!isSameClaim(claim, there, value)) differing.push({ claim, said: value, known: there });
    else if (claim === 'name') {
      const longer = longerName(there, value);
      if (longer !== null) accepted[claim] = longer;
    }
  }
  const earlier = differing.length > 0 ? own() : {};
  const isOwn = (one: Contradiction) => one.known === earlier[one.claim];
  for (const { claim, said: value } of differing.filter(isOwn)) accepted[claim] = value;
  return { accepted, contradicted: differing.filter((one) => !isOwn(one)) };
}
