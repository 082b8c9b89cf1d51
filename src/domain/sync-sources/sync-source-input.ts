import { z } from 'zod';
import { SyncSourceType } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import { jsonObject, name } from '../input.ts';
import { findStage } from '../stages/find-stage.ts';
import { mappingInput } from './mapping.ts';

/** Sync sources a workspace can have. */
export const maxSyncSources = 100;

export const syncSourceFields = {
  name: name(200),
  type: z.enum(SyncSourceType),
  /** A stage's id, key or name; null is the default one, whichever that is. */
  targetStage: name(100).nullish(),
  config: jsonObject.nullish(),
  enabled: z.boolean().nullish(),
  /** Null is the usual names. */
  mapping: mappingInput.nullish(),
  /** Whether a GENERIC_WEBHOOK signs what it posts; it does by default. */
  signed: z.boolean().nullish(),
  /** Leads that it may make or complete in any hour; null is the usual number. */
  leadsPerHour: z.int().min(1, 'must be 1 to 100000').max(100_000, 'must be 1 to 100000').nullish(),
};

/** The stage's row; undefined leaves it. @throws INVALID naming the stages there are */
export async function stageIdOf(tx: Tx, targetStage: string | null | undefined): Promise<string | null | undefined> {
  return targetStage ? (await findStage(tx, targetStage, 'targetStage')).id : targetStage;
}
