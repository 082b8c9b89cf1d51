import { z } from 'zod';
import { text } from '../input.ts';

const maxSteps = 20;

export const playbookSteps = z
  .array(
    z.strictObject({
      title: text(200),
      instructions: text(2000),
      channel: text(50).nullish(),
      /** Days to let pass after the step before. */
      waitDays: z.int().min(0, 'must be 0 to 365').max(365, 'must be 0 to 365').nullish(),
    }),
  )
  .min(1, 'must have at least one step')
  .max(maxSteps, `must be at most ${maxSteps} steps`);

export type PlaybookStep = {
  readonly title: string;
  readonly instructions: string;
  readonly channel: string | null;
  readonly waitDays: number;
};

const storedSteps = z.array(
  z.object({
    title: z.string(),
    instructions: z.string(),
    channel: z.string().nullable().default(null),
    waitDays: z.int().default(0),
  }),
);

/** The steps of a playbook's row. */
export const readSteps = (steps: unknown): PlaybookStep[] => storedSteps.parse(steps);

/** What a row keeps: every step with all of its fields. */
export const toSteps = (steps: z.output<typeof playbookSteps>): PlaybookStep[] =>
  steps.map(({ channel, waitDays, ...step }) => ({ ...step, channel: channel ?? null, waitDays: waitDays ?? 0 }));
