import { base, missingLead } from '../base.ts';
import type { z } from 'zod';
import { route, type Route } from '../../route/route.ts';
import { confidenceWords } from '../confidence-words.ts';
import { succeed } from '../envelope.ts';
import { type ConfidenceRowFragment, ScoreDocument, type ScoreMutation } from '../generated/operations.ts';
import { fromGraphLeadId, toGraphLeadId } from '../ids.ts';
import { WireScore, WireScored } from './wire.ts';
import { stepFor, suggestedActionWords } from '../stalled/suggested-action.ts';

type Body = { readonly body: z.output<typeof WireScore> };

const variables = ({ body: { leadId } }: Body) => ({
  leadId: toGraphLeadId(leadId ?? ''),
  one: leadId !== undefined,
  all: leadId === undefined,
});

const toConfidence = ({ score, label, suggestedAction }: Omit<ConfidenceRowFragment, 'factors'>) => ({
  score,
  label: confidenceWords[label],
  suggestedAction: suggestedActionWords[suggestedAction],
});

function present({ scoreLead, scoreLeads }: ScoreMutation, { body: { leadId } }: Body): z.input<typeof WireScored> {
  if (leadId !== undefined && scoreLead) {
    const { confidence } = scoreLead;
    return succeed(
      { leadId, ...toConfidence(confidence), factors: confidence.factors },
      { nextSteps: [stepFor(confidence.suggestedAction, leadId)] },
    );
  }
  if (!scoreLeads) throw new Error('The document scored nothing.');
  const { results, remaining, ...counts } = scoreLeads;
  const again = `POST ${base}/leads/score { all: true } goes on with the ${remaining} that remain`;
  return succeed(
    {
      ...counts,
      remaining,
      results: results.map((result) => ({
        leadId: fromGraphLeadId(result.leadId),
        ...toConfidence(result.confidence),
      })),
    },
    { nextSteps: remaining > 0 ? [again] : [] },
  );
}

/** Section "Confidence Scoring". */
export const scoreRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/leads/score',
    kind: 'write',
    scope: 'leads:write',
    summary: 'Compute confidence scores',
    description:
      'Of one lead, or with `all: true` of up to 500, those with the oldest scores first: what remains is told, and the same call goes on with it.',
    hints: {
      INVALID: 'Send either `{ "leadId": "rp_…" }` or `{ "all": true }`.',
      NOT_FOUND: missingLead,
    },
    body: WireScore,
    example: { all: true },
    reply: WireScored,
    operation: ScoreDocument,
    variables,
    present,
    // What a lost answer told is computed once more: that does no harm.
    rebuild: { operation: ScoreDocument, scope: 'leads:write', variables, present },
  }),
];
