import { z } from 'zod';
import { requireScope, requireWholeWorkspace } from '../../access/actor.ts';
import { type Campaign, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { requireReachable } from '../emails/require-mail.ts';
import { requireRoomForCampaign } from '../plans.ts';
import { campaignFields, requireFillable, requireFitting, toConditions } from './campaign-input.ts';

const createCampaignInput = z.strictObject({
  ...campaignFields,
  aiEnabled: campaignFields.aiEnabled.nullish(),
  review: campaignFields.review.nullish(),
});

export type CreatedCampaign = {
  readonly campaign: Campaign;
  /** How many campaigns the plan holds, and how many of them there are now; both null without a limit. */
  readonly campaignLimit: number | null;
  readonly campaignCount: number | null;
};

/** @throws INVALID for a stage there is not and for conditions its trigger does not ask; CAMPAIGN_LIMIT_REACHED. */
export async function createCampaign(
  context: DomainContext,
  input: z.input<typeof createCampaignInput>,
): Promise<CreatedCampaign> {
  requireScope(context.actor, 'campaigns:write');
  requireWholeWorkspace(context.actor);
  const { conditions: asked, aiEnabled, review, aiConfig, ...fields } = parseInput(createCampaignInput, input);
  requireFillable(fields.steps);
  requireReachable(context);
  return context.write(async (tx) => {
    const conditions = await toConditions(tx, asked);
    requireFitting(fields.trigger, conditions);
    const { limit, count } = await requireRoomForCampaign(tx, context);
    const campaign = await tx.campaign.create({
      data: {
        ...fields,
        id: tx.newId(),
        conditions: conditions ?? Prisma.DbNull,
        aiEnabled: aiEnabled ?? false,
        review: review ?? false,
        aiConfig: aiConfig ?? Prisma.DbNull,
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    tx.audit('campaign.created', { id: campaign.id, businessId: null });
    return { campaign, campaignLimit: limit, campaignCount: count === null ? null : count + 1 };
  });
}
