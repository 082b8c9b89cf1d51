import type { CreateLeadMutation, LeadRowFragment } from './generated/operations.ts';
import type { Notices } from './envelope.ts';
import { fromGraphLeadId } from './ids.ts';
import { nothingAsked } from './nothing-asked.ts';

const base = '/api/openclaw';

/** The part of a plan's leads above which an agent is told how much room is left. */
const nearlyFull = 0.8;

const enrichStep = (id: string, more = '') => `POST ${base}/enrich { leadId: '${id}'${more} }`;

/** Of a lead that was read or changed: an enrichment that failed is worth another try. */
export function leadNotices({ id, enrichmentStatus, enrichmentError }: LeadRowFragment): Notices {
  if (enrichmentStatus !== 'FAILED') return {};
  return {
    warnings: [`The last enrichment failed${enrichmentError === null ? '.' : `: ${enrichmentError}`}`],
    nextSteps: [enrichStep(fromGraphLeadId(id), ', force: true')],
  };
}

export function createdNotices({
  lead,
  duplicateOfId,
  leadLimit,
  leadCount,
}: CreateLeadMutation['createLead']): Notices {
  const room = roomNotice(leadLimit, leadCount);
  const other = duplicateOfId === null ? null : fromGraphLeadId(duplicateOfId);
  return {
    warnings: [
      ...(lead.enrichmentStatus === null ? ['Auto-enrichment is disabled: enrich the lead explicitly.'] : []),
      ...(other === null ? [] : [`Another lead has the same e-mail address: ${other}.`]),
      ...(room === null ? [] : [room]),
    ],
    nextSteps: [
      ...(lead.enrichmentStatus === null ? [enrichStep(fromGraphLeadId(lead.id))] : []),
      ...(other === null ? [] : [`GET ${base}/leads/${other}`]),
      ...(room === null ? [] : [`GET ${base}/org/tier`]),
    ],
  };
}

function roomNotice(limit: number | null, count: number | null): string | null {
  if (limit === null || count === null || count < limit * nearlyFull) return null;
  const full = `The workspace holds ${count} of the ${limit} leads of its plan`;
  return count < limit ? `${full}.` : `${full}: the next one is refused.`;
}

/** Of a lead that was deleted or removed for good. */
export function deletedNotices(id: string, permanent: boolean): Notices {
  if (permanent) return { warnings: ['The lead and its notes, touchpoints and enrolments are gone for good.'] };
  return { nextSteps: [`PATCH ${base}/leads/${id} { restore: true } brings it back.`] };
}

/** Of a change that may have asked for nothing. */
export const changedNotices = (lead: LeadRowFragment, body: object): Notices => {
  const { warnings = [], nextSteps = [] } = leadNotices(lead);
  return { warnings: [...nothingAsked(body), ...warnings], nextSteps };
};
