import type { Captured, Facts } from './captured.ts';

/** What each known fact adds to a lead's score, out of 100. */
export const weights = {
  email: 20,
  phone: 15,
  name: 5,
  company: 5,
  jobTitle: 5,
  budget: 15,
  authority: 10,
  need: 10,
  timeline: 15,
} as const satisfies Record<Exclude<keyof Facts, 'bant'> | keyof Facts['bant'], number>;

/** The least score of each temperature. */
const thresholds = { HOT: 70, WARM: 45 } as const;

function scoreOf({ bant, ...contact }: Facts): number {
  const known: Record<string, unknown> = { ...contact, ...bant };
  return Object.entries(weights).reduce((sum, [fact, weight]) => sum + (known[fact] === undefined ? 0 : weight), 0);
}

function temperatureOf(score: number): 'HOT' | 'WARM' | 'COLD' {
  if (score >= thresholds.HOT) return 'HOT';
  return score >= thresholds.WARM ? 'WARM' : 'COLD';
}

export function rate({ name, email, phone, company, jobTitle, bant }: Facts): Captured {
  const facts: Facts = {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(company !== undefined && { company }),
    ...(jobTitle !== undefined && { jobTitle }),
    bant,
  };
  const score = scoreOf(facts);
  return score === 0 ? facts : { ...facts, score, temperature: temperatureOf(score) };
}
