import type { InputFieldBuilder, ObjectFieldBuilder } from '@pothos/core';
import type { Conditions } from '../../src/domain/automation/conditions.ts';
import type { Types } from '../builder/builder.ts';
import { LeadTierEnum } from '../builder/enums.ts';
import { toGlobalId } from '../../src/ids.ts';
import { findRowId } from '../builder/global-id.ts';
import { loadOptional } from '../builder/loaders.ts';
import { StageRef } from '../workspace/type.ts';

/** What rules and campaigns alike ask of a lead. */
export const conditionInputs = (t: InputFieldBuilder<Types, 'InputObject'>) => ({
  fromStage: t.string({
    description: 'The id, key or name of the stage a lead is in, or has just left where its stage changed.',
  }),
  tier: t.field({ type: LeadTierEnum, description: 'The tier of the lead.' }),
  minViewCount: t.int({ description: 'At least so many proposal views: 1 to 1,000,000.' }),
  minConfidenceScore: t.int({
    description: 'At least this confidence: 0 to 100. A lead that was never scored has none.',
  }),
});

export const conditionFields = <Row extends Conditions>(t: ObjectFieldBuilder<Types, Row>) => ({
  fromStageId: t.id({
    nullable: true,
    description: 'The id of the stage a lead is in, or has just left where its stage changed; null is any.',
    resolve: ({ fromStageId }) => fromStageId && toGlobalId('Stage', fromStageId),
  }),
  fromStage: t.field({
    type: StageRef,
    nullable: true,
    description: 'That stage; null where it is gone, and then no lead is in it.',
    resolve: ({ fromStageId }, _, { loaders }) => loadOptional(loaders.stage, fromStageId),
  }),
  tier: t.field({
    type: LeadTierEnum,
    nullable: true,
    description: 'The tier of the lead; null is any.',
    resolve: ({ tier }) => tier,
  }),
  minViewCount: t.int({
    nullable: true,
    description: 'At least so many proposal views; null is any number.',
    resolve: ({ minViewCount }) => minViewCount,
  }),
  minConfidenceScore: t.int({
    nullable: true,
    description: 'At least this confidence; null is any.',
    resolve: ({ minConfidenceScore }) => minConfidenceScore,
  }),
});

/** A stage may be given by its global id as well as by its key or name. */
export const stageReference = (reference: string | null | undefined): string | null | undefined =>
  reference && (findRowId('Stage', reference) ?? reference);
