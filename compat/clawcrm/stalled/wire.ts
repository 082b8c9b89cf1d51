import { z } from 'zod';
import { leadStatusWords, leadTierWords } from '../../lead-mapping.ts';
import { queryObject } from '../../route/strict-object.ts';
import { wordOrNull, wordsOf } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { StalledPriority, StalledRowFragment } from '../generated/operations.ts';
import { exampleLeadId, fromGraphLeadId } from '../ids.ts';
import { leadStatus, leadTier } from '../leads/wire.ts';
import { widePaging } from '../paging.ts';
import { suggestedActionWords } from './suggested-action.ts';
import { text } from '../../route/scalars.ts';

const priorityWords = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' } as const satisfies Record<StalledPriority, string>;

const WireStalledLead = z
  .strictObject({
    leadId: z.string().meta({ example: exampleLeadId }),
    firstName: text,
    lastName: text,
    email: text,
    phone: text,
    organizationName: text,
    stage: z.string().meta({ description: 'The name of its pipeline stage.', example: 'Qualified' }),
    status: leadStatus,
    tier: leadTier.nullable(),
    confidenceScore: z.int().min(0).max(100).nullable(),
    lastTouchedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Its latest touchpoint; null where there is none.' }),
    daysSinceTouch: z.int().min(0).meta({ description: 'Whole days since then, or since it was made.', example: 9 }),
    stalledReason: z.string().meta({ description: 'Why it is overdue, in a sentence.' }),
    suggestedAction: z
      .enum(wordsOf(suggestedActionWords))
      .meta({ description: 'send_breakup_email, send_follow_up_email or check_in_call.' }),
    priority: z
      .enum(wordsOf(priorityWords))
      .meta({ description: 'Overdue after 3 days (high), 7 days (medium) or 14 days (low).' }),
  })
  .meta({ id: 'ClawcrmStalledLead' });

export const WireStalledQuery = queryObject(widePaging);

export const WireStalledList = envelope({
  leads: z.array(WireStalledLead).meta({ description: 'The most urgent first, then those idle the longest.' }),
  total: z.int().meta({ description: 'How many are overdue in all.' }),
  limit: z.int(),
  offset: z.int(),
}).meta({ id: 'ClawcrmStalledList' });

export const toStalledLead = ({ lead, ...stalled }: StalledRowFragment): z.input<typeof WireStalledLead> => ({
  leadId: fromGraphLeadId(lead.id),
  firstName: lead.firstName,
  lastName: lead.lastName,
  email: lead.email,
  phone: lead.phone,
  organizationName: lead.company,
  stage: lead.stage?.name ?? '',
  status: leadStatusWords[lead.status],
  tier: wordOrNull(leadTierWords, lead.tier),
  confidenceScore: lead.confidenceScore,
  lastTouchedAt: lead.lastTouchedAt,
  daysSinceTouch: stalled.daysSinceTouch,
  stalledReason: stalled.reason,
  suggestedAction: suggestedActionWords[stalled.suggestedAction],
  priority: priorityWords[stalled.priority],
});
