/** A statement in the making: the values it is given, and whether all that was asked is within its grammar. */
export type Draft = {
  readonly values: unknown[];
  /** How the statement calls its value of this position, from 1 on. */
  readonly parameter: (position: number) => string;
  /** The first thing that only the ORM knows how to ask. */
  beyond: string | null;
};

export const openDraft = (parameter: Draft['parameter'] = (position) => `$${position}`): Draft => ({
  values: [],
  parameter,
  beyond: null,
});

export const bind = ({ values, parameter }: Draft, value: unknown): string => parameter(values.push(value));

/** Leaves it to the ORM; what is answered stands nowhere. */
export function giveUp(draft: Draft, what: string): string {
  draft.beyond ??= what;
  return 'false';
}
