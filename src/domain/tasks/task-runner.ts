import type { TaskType } from '../../db/generated/prisma/enums.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import type { JsonObject } from '../input.ts';
import { runEnrichment } from './run-enrichment.ts';

/** What came of a task, for its `result`. What may pass by itself is thrown instead, and tried again. */
export type TaskEnd = { readonly status: 'COMPLETED' | 'FAILED'; readonly result: JsonObject };

/** Carries out a task; may be run again after a crash, so it finds what it has done. */
export type TaskRunner = (context: DomainContext, task: TaskSnapshot, signal: AbortSignal) => Promise<TaskEnd>;

/** How the product carries out what it schedules for itself. Tasks of other types are people's. */
export const taskRunners = {
  ENRICHMENT: runEnrichment,
} as const satisfies Partial<Record<TaskType, TaskRunner>>;

export type AutomatedType = keyof typeof taskRunners;

export const isAutomated = (type: TaskType): type is AutomatedType => Object.hasOwn(taskRunners, type);
