import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { graphValue, wordsOf } from '../../route/words.ts';
import { toAuthor, WireAuthor } from '../author-wire.ts';
import { envelope } from '../envelope.ts';
import type { TouchpointRowFragment, TouchpointType } from '../generated/operations.ts';
import { exampleLeadId, fromGraphLeadId } from '../ids.ts';
import { paging } from '../paging.ts';
import { givenInstant, instant, text } from '../../route/scalars.ts';

export const touchpointTypeWords = {
  EMAIL: 'email',
  CALL: 'call',
  MEETING: 'meeting',
  NOTE: 'note',
  MEETING_BOOKED: 'meeting_booked',
  PROPOSAL_VIEWED: 'proposal_viewed',
  CTA_CLICKED: 'cta_clicked',
  QUIZ_COMPLETED: 'quiz_completed',
  VIDEO_WATCHED: 'video_watched',
  REPLY: 'reply',
  OTHER: 'other',
} as const satisfies Record<TouchpointType, string>;

export const touchpointTypes = wordsOf(touchpointTypeWords);
export const toTouchpointType = graphValue(touchpointTypeWords);

const id = z.string().meta({ description: 'The touchpoint’s id.', example: exampleId('Touchpoint') });
const leadId = z.string().meta({ description: 'The lead’s id.', example: exampleLeadId });
const flexible = z.record(z.string(), z.unknown());

const WireTouchpoint = z
  .strictObject({
    id,
    leadId,
    type: z.enum(touchpointTypes),
    channel: text,
    summary: text,
    metadata: z.unknown().meta({ description: 'Anything else known of it; flexible.' }),
    occurredAt: instant,
    author: WireAuthor.nullable().meta({ description: 'Who recorded it.' }),
    createdAt: instant,
  })
  .meta({ id: 'ClawcrmTouchpoint' });

export const WireTouchpointList = envelope({
  touchpoints: z.array(WireTouchpoint),
  total: z.int().meta({ description: 'How many match in all.' }),
  limit: z.int(),
  offset: z.int(),
}).meta({ id: 'ClawcrmTouchpointList' });

export const WireTouchpointMade = envelope({ id, touchpoint: WireTouchpoint }).meta({ id: 'ClawcrmTouchpointMade' });

export const WireNewTouchpoint = strictObject({
  leadId,
  type: z.enum(touchpointTypes).meta({ example: 'call' }),
  channel: z.string().nullish().meta({ description: 'Up to 50 characters.', example: 'phone' }),
  summary: z.string().nullish().meta({ description: 'Up to 10,000 characters.' }),
  metadata: flexible.nullish().meta({ description: 'Anything else known of it; flexible.' }),
  occurredAt: givenInstant
    .nullish()
    .meta({ description: 'When it took place; now by default.', example: '2026-05-04T13:22:01.000Z' }),
}).meta({ id: 'ClawcrmNewTouchpoint' });

export const WireTouchpointQuery = queryObject({
  leadId,
  type: z.enum(touchpointTypes).optional().meta({ description: 'Only contacts of this type.' }),
  ...paging,
});

export const toClawcrmTouchpoint = (touchpoint: TouchpointRowFragment): z.input<typeof WireTouchpoint> => ({
  id: touchpoint.id,
  leadId: fromGraphLeadId(touchpoint.leadId),
  type: touchpointTypeWords[touchpoint.type],
  channel: touchpoint.channel,
  summary: touchpoint.summary,
  metadata: touchpoint.metadata,
  occurredAt: touchpoint.occurredAt,
  author: toAuthor(touchpoint.author),
  createdAt: touchpoint.createdAt,
});
