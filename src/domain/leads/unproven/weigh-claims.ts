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
 * @param own what the same person said before: nobody else's word is lost where they correct themselves.
 */
export function weighClaims(known: Claims, said: Claims, own: Claims): Weighed {
  const accepted: { [claim in Claim]?: string } = {};
  const contradicted: Contradiction[] = [];
  for (const claim of claimNames) {
    const [there, value, earlier] = [known[claim], said[claim], own[claim]];
    if (value === undefined) continue;
    if (there === undefined) accepted[claim] = value;
    else if (isSameClaim(claim, there, value)) {
      const longer = claim === 'name' ? longerName(there, value) : null;
      if (longer !== null) accepted[claim] = longer;
    } else if (there === earlier) accepted[claim] = value;
    else contradicted.push({ claim, said: value, known: there });
  }
  return { accepted, contradicted };
}
