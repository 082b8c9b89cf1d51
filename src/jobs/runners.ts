import type { z } from 'zod';
import { carryOutTask, giveTaskUp } from '../domain/tasks/carry-out-task.ts';
import { type JobKind, type JobPayload, jobKinds } from '../domain/background/kinds.ts';
import type { DomainContext } from '../domain/context.ts';
import { parsing, type Runner, type Work } from './queue/runner.ts';

export type RunnersOptions = {
  /** Opens the domain for what the product does by itself in a workspace; `purpose` is told in the audit. */
  readonly actAsSystem: (orgId: string, purpose: string) => DomainContext;
};

type Runners = { readonly [Kind in JobKind]: Runner<JobPayload<Kind>> };

/** How the jobs of each kind are carried out. */
const createRunners = ({ actAsSystem }: RunnersOptions): Runners => ({
  TASK: {
    run: ({ orgId, payload: { taskId }, attempt: number, startedAt, signal }) =>
      carryOutTask(actAsSystem(orgId, 'task'), taskId, { number, startedAt, signal }),
    onGivenUp: async ({ orgId, payload: { taskId } }, error) =>
      void (await giveTaskUp(actAsSystem(orgId, 'task'), taskId, error)),
  },
});

type Rule<Payload> = Pick<Work, 'deadlineMs' | 'atOnce' | 'perOrganisation'> & {
  readonly payload: z.ZodType<Payload>;
};

const workOf = <Payload>({ payload, ...rule }: Rule<Payload>, runner: Runner<Payload>): Work => ({
  ...rule,
  runner: parsing(payload, runner),
  everyMs: null,
});

/** The same, as the queue carries them out. */
export function jobWorks(options: RunnersOptions): Readonly<Record<JobKind, Work>> {
  const runners = createRunners(options);
  return { TASK: workOf(jobKinds.TASK, runners.TASK) };
}
