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
  const double = doubleNotices(duplicateOfId);
  return {
    warnings: [
      ...(lead.enrichmentStatus === null ? ['Auto-enrichment is disabled: enrich the lead explicitly.'] : []),
      ...double.warnings,
      ...(room === null ? [] : [room]),
    ],
    nextSteps: [
      ...(lead.enrichmentStatus === null ? [enrichStep(fromGraphLeadId(lead.id))] : []),
      ...double.nextSteps,
      ...(room === null ? [] : [`GET ${base}/org/tier`]),
    ],
  };
}

function doubleNotices(duplicateOfId: string | null | undefined): Required<Notices> {
  if (!duplicateOfId) return { warnings: [], nextSteps: [] };
  const other = fromGraphLeadId(duplicateOfId);
  return {
    warnings: [`Another lead has the same e-mail address: ${other}.`],
    nextSteps: [`GET ${base}/leads/${other}`],
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

type Changed = { readonly lead: LeadRowFragment; readonly duplicateOfId?: string | null };

/** Of a change that may have asked for nothing. */
export function changedNotices({ lead, duplicateOfId }: Changed, body: object): Notices {
  const { warnings = [], nextSteps = [] } = leadNotices(lead);
  const double = doubleNotices(duplicateOfId);
  return {
    warnings: [...nothingAsked(body), ...double.warnings, ...warnings],
    nextSteps: [...double.nextSteps, ...nextSteps],
  };
}
