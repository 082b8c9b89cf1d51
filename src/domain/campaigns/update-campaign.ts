import { z } from 'zod';
import { requireScope, requireWholeWorkspace } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import { type Campaign, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { readConditions } from './campaign-columns.ts';
import { campaignFields, requireFillable, requireFitting, toConditions } from './campaign-input.ts';
import { lockCampaign } from './lock-campaign.ts';

const updateCampaignInput = z.strictObject({
  name: campaignFields.name.optional(),
  trigger: campaignFields.trigger.optional(),
  conditions: campaignFields.conditions,
  aiEnabled: campaignFields.aiEnabled.optional(),
  review: campaignFields.review.optional(),
  aiConfig: campaignFields.aiConfig,
  steps: campaignFields.steps.optional(),
  enabled: z.boolean().optional(),
});

/**
 * Changes a campaign for the leads it enrols from now on; mail that is queued stays as it is. The same again changes nothing.
 * @throws INVALID for a stage there is not, and for conditions its trigger does not ask
 */
export async function updateCampaign(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateCampaignInput>,
): Promise<Campaign> {
  requireScope(context.actor, 'campaigns:write');
  requireWholeWorkspace(context.actor);
  const { conditions: asked, ...fields } = parseInput(updateCampaignInput, input);
  requireFillable(fields.steps ?? []);
  return context.write(async (tx) => {
    const before = await lockCampaign(tx, id);
    const conditions = asked === undefined ? readConditions(before.conditions) : await toConditions(tx, asked);
    requireFitting(fields.trigger ?? before.trigger, conditions);
    const changed = Object.entries({ ...fields, conditions }).filter(
      ([field, value]) => value !== undefined && !isSameValue(Reflect.get(before, field), value),
    );
    if (changed.length === 0) return before;
    const [campaign] = await tx.campaign.updateManyAndReturn({
      where: { id },
      data: {
        ...Object.fromEntries(changed.map(([field, value]) => [field, value ?? Prisma.DbNull])),
        updatedAt: tx.now,
      },
    });
    if (!campaign) throw notFound('campaign');
    const columns = changed.map(([column]) => column);
    tx.audit('campaign.updated', { id, businessId: null }, changesOf(before, campaign, columns));
    return campaign;
  });
}
