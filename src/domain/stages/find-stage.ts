import type { Stage } from '../../db/generated/prisma/client.ts';
import type { ScopedReader } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import { fold } from '../../text.ts';
import { type DomainErrorDetails, FieldError } from '../../errors.ts';
import { readPipeline } from './list-stages.ts';

/** The stage of that id, key or name. */
export function stageOf<S extends Pick<Stage, 'id' | 'key' | 'name'>>(
  stages: readonly S[],
  reference: string,
): S | undefined {
  const wanted = fold(reference);
  return (
    stages.find(({ id }) => id === wanted) ??
    stages.find(({ key }) => fold(key) === wanted) ??
    stages.find(({ name }) => fold(name) === wanted)
  );
}

/** Where a lead begins that names no stage. */
export const defaultStage = (stages: readonly Stage[]): Stage | undefined =>
  stages.find(({ isDefault }) => isDefault) ?? stages[0];

/** What to say of a stage that is not there. */
export const noSuchStage = (field: string, stages: readonly Stage[], details: DomainErrorDetails = {}) =>
  new FieldError(field, `must be one of ${stages.map(({ key }) => key).join(', ')}`, details);

function knownStage(stages: readonly Stage[], reference: string, field: string): Stage {
  const stage = stageOf(stages, reference);
  if (stage) return stage;
  throw noSuchStage(field, stages, { reason: 'UNKNOWN_STAGE', stages: stages.map(({ name }) => name) });
}

type Reader = Pick<ScopedReader, 'stage'>;

/** The stage of that id, key or name, for a filter. @throws INVALID naming the stages there are, so that a typing error is no empty list */
export const requireStage = async (reader: Reader, reference: string): Promise<Stage> =>
  knownStage(await readPipeline(reader), reference, 'stage');

/** The same of several, each once however often it is named. */
export async function requireStages(reader: Reader, references: readonly string[]): Promise<Stage[]> {
  const stages = await readPipeline(reader);
  return [...new Set(references.map((reference) => knownStage(stages, reference, 'stages')))];
}

/**
 * The stage of that id, key or name; the default one for null.
 * @throws INVALID naming the stages there are.
 */
export async function findStage(tx: Pick<Tx, 'stage'>, reference: string | null, field = 'stage'): Promise<Stage> {
  const stages = await readPipeline(tx);
  const stage = reference === null ? defaultStage(stages) : stageOf(stages, reference);
  if (!stage) throw noSuchStage(field, stages);
  return stage;
}
