import { z } from 'zod';

/** What an agent should know of what has just happened, and what it may do next: computed, never constant. */
export type Notices = { readonly warnings?: readonly string[]; readonly nextSteps?: readonly string[] };

const notices = {
  warnings: z.array(z.string()).meta({ description: 'What did not go as one might think.' }),
  next_steps: z.array(z.string()).meta({ description: 'Calls that follow from this answer.' }),
};

/** A success body: these fields between `success: true` and the notices. */
export const envelope = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ success: z.literal(true), ...shape, ...notices });

/** The body that goes with {@link envelope}. */
export const succeed = <Fields extends object>(fields: Fields, { warnings = [], nextSteps = [] }: Notices = {}) => ({
  success: true as const,
  ...fields,
  warnings: [...warnings],
  next_steps: [...nextSteps],
});
