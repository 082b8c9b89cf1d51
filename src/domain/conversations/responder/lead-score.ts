import type { Captured, FactName, Facts } from './captured.ts';

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
} as const satisfies Record<FactName, number>;

/** The least score of each temperature. */
const thresholds = { HOT: 70, WARM: 45 } as const;

function temperatureOf(score: number): 'HOT' | 'WARM' | 'COLD' {
  if (score >= thresholds.HOT) return 'HOT';
  return score >= thresholds.WARM ? 'WARM' : 'COLD';
}

/** What so many facts are worth; nothing while none is known. */
export function ratingOf(known: Readonly<Record<string, unknown>>): Pick<Captured, 'score' | 'temperature'> {
  const score = Object.entries(weights).reduce(
    (sum, [fact, weight]) => sum + (known[fact] === undefined ? 0 : weight),
    0,
  );
  return score === 0 ? {} : { score, temperature: temperatureOf(score) };
}

export function rate({ name, email, phone, company, jobTitle, bant }: Facts): Captured {
  const contact = {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(company !== undefined && { company }),
    ...(jobTitle !== undefined && { jobTitle }),
  };
  return { ...contact, bant, ...ratingOf({ ...contact, ...bant }) };
}
