import { scoreOf, temperatureOf } from './lead-score.ts';

export type Bant = {
  readonly budget?: string;
  readonly authority?: string;
  readonly need?: string;
  readonly timeline?: string;
};

/** What a visitor said of themselves, in their own words. */
export type Facts = {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly company?: string;
  readonly jobTitle?: string;
  readonly bant: Bant;
};

/** Facts and what they are worth; both are absent while nothing is known. */
export type Captured = Facts & { readonly score?: number; readonly temperature?: 'HOT' | 'WARM' | 'COLD' };

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

/** A visitor has given themselves away as a lead once there is a way to reach them. */
export const isLead = ({ email, phone }: Facts): boolean => email !== undefined || phone !== undefined;
