import type { Job } from '../../db/generated/prisma/client.ts';
import { jobKinds } from './kinds.ts';

/** The task that a job carries out; null for a job of another kind. */
export function taskOf({ kind, payload }: Pick<Job, 'kind' | 'payload'>): string | null {
  const parsed = kind === 'TASK' ? jobKinds.TASK.payload.safeParse(payload) : null;
  return parsed?.data?.taskId ?? null;
}
