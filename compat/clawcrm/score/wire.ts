import { exampleLeadId } from '../ids.ts';
import { z } from 'zod';
import { strictObject } from '../../route/strict-object.ts';
import { wordsOf } from '../../route/words.ts';
import { confidenceWords } from '../confidence-words.ts';
import { envelope } from '../envelope.ts';
import { suggestedActionWords } from '../stalled/suggested-action.ts';

const leadId = z.string().meta({ description: 'The lead’s id.', example: exampleLeadId });

export const WireScore = strictObject({
  leadId: leadId.optional(),
  all: z.boolean().optional().meta({ description: 'Score up to 500 leads, those with the oldest scores first.' }),
})
  .refine((body) => (body.leadId === undefined) === (body.all === true), {
    path: ['leadId'],
    error: 'give either leadId or all: true',
  })
  .meta({ id: 'ClawcrmScore', description: 'Either `leadId` or `all: true`.' });

const confidence = {
  score: z.int().min(0).max(100).meta({ description: 'The sum of the factors, but not below 0.', example: 72 }),
  label: z
    .enum(wordsOf(confidenceWords))
    .meta({ description: 'hot from 70 on, warm from 45, cool from 20, else cold.' }),
  suggestedAction: z.enum(wordsOf(suggestedActionWords)).meta({ description: 'What to do next.' }),
};

const WireFactors = z
  .strictObject({
    quizScore: z.int().meta({ description: 'The latest quiz that has a score: 0 to 20.' }),
    tier: z.int().meta({ description: 'high 15, medium 8, low 0.' }),
    proposalViews: z.int().meta({ description: '6 for each, up to 18.' }),
    videoWatched: z.int().meta({ description: '8 where there was one.' }),
    ctaClicked: z.int().meta({ description: '10 where there was one.' }),
    meetingBooked: z.int().meta({ description: '25 where there was one.' }),
    enrichment: z.int().meta({ description: '4 once it is complete.' }),
    staleness: z.int().meta({ description: 'After 7, 14, 30 and 60 days without a touchpoint -5, -10, -20 and -30.' }),
  })
  .meta({ id: 'ClawcrmScoreFactors', description: 'What each thing known of the lead gives, in points.' });

const WireOneScored = envelope({ leadId, ...confidence, factors: WireFactors }).meta({ id: 'ClawcrmOneScored' });

const WireAllScored = envelope({
  scored: z.int().meta({ description: 'How many leads were scored, 500 at most.' }),
  changed: z.int().meta({ description: 'How many of them have another score now, or other factors.' }),
  remaining: z.int().meta({ description: 'Leads that still have no score, or one older than a day: call again.' }),
  distribution: z
    .strictObject({ hot: z.int(), warm: z.int(), cool: z.int(), cold: z.int() })
    .meta({ description: 'How many of those scored have each label.' }),
  results: z.array(z.strictObject({ leadId, ...confidence })),
}).meta({ id: 'ClawcrmAllScored' });

export const WireScored = z.union([WireOneScored, WireAllScored]).meta({ id: 'ClawcrmScored' });
