import { z } from 'zod';
import { texts } from '../../../db/run/args.ts';
import { statement } from '../../../db/run/statement.ts';
import { scoredTypes } from './scored-types.ts';

// As numeric: metadata may hold numbers that no other type can.
const quizScore = `case when jsonb_typeof(metadata->'score') = 'number'
    then round(least(greatest((metadata->>'score')::numeric, 0), 100))::int end`;

/** How each of these leads was touched, in one statement whatever their number; one that was not has no row. */
export const touchesOfLeads = statement({
  name: 'touches-of-leads',
  args: { leadIds: texts },
  row: z.object({
    leadId: z.string(),
    quizScore: z.number().nullable(),
    proposalViews: z.number(),
    videosWatched: z.number(),
    ctaClicks: z.number(),
    meetingsBooked: z.number(),
  }),
  text: `select lead_id as "leadId",
    (array_agg(${quizScore} order by occurred_at desc, id desc)
      filter (where type = 'QUIZ_COMPLETED' and jsonb_typeof(metadata->'score') = 'number'))[1] as "quizScore",
    (count(*) filter (where type = 'PROPOSAL_VIEWED'))::int as "proposalViews",
    (count(*) filter (where type = 'VIDEO_WATCHED'))::int as "videosWatched",
    (count(*) filter (where type = 'CTA_CLICKED'))::int as "ctaClicks",
    (count(*) filter (where type = 'MEETING_BOOKED'))::int as "meetingsBooked"
  from touchpoints
 where org_id = :org and lead_id = any(:leadIds::text[]) and (:business::text is null or business_id = :business)
   and type in (${scoredTypes.map((type) => `'${type}'`).join(', ')})
 group by lead_id`,
});
