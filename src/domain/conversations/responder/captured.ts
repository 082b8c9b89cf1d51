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

export type FactName = Exclude<keyof Facts, 'bant'> | keyof Bant;

/** The same facts side by side. */
export type FlatFacts = { readonly [name in FactName]?: string };

/** Facts and what they are worth; both are absent while nothing is known. */
export type Captured = Facts & { readonly score?: number; readonly temperature?: 'HOT' | 'WARM' | 'COLD' };

/** A visitor has given themselves away as a lead once there is a way to reach them. */
export const isLead = ({ email, phone }: Facts): boolean => email !== undefined || phone !== undefined;

export function toFacts({ budget, authority, need, timeline, ...contact }: FlatFacts): Facts {
  return {
    ...contact,
    bant: {
      ...(budget !== undefined && { budget }),
      ...(authority !== undefined && { authority }),
      ...(need !== undefined && { need }),
      ...(timeline !== undefined && { timeline }),
    },
  };
}
