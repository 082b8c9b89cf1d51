import { base } from '../base.ts';
import { effectNotices } from '../campaigns/effect-notices.ts';
import type {
  CampaignEffectRowFragment,
  CreateLeadMutation,
  LeadRowFragment,
  LeadStatus,
} from '../generated/operations.ts';
import { leadStatusWords } from '../../lead-mapping.ts';
import type { Notices } from '../envelope.ts';
import { fromGraphLeadId } from '../ids.ts';
import { nothingAsked } from '../nothing-asked.ts';

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

export function createdNotices(
  { lead, duplicateOfId, leadLimit, leadCount }: CreateLeadMutation['createLead'],
  body: { readonly status?: unknown },
): Notices {
  const room = roomNotice(leadLimit, leadCount);
  const double = doubleNotices(duplicateOfId);
  return {
    warnings: [
      ...(body.status === undefined ? carriedNotice(lead) : []),
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

type Effects = readonly CampaignEffectRowFragment[];

/** Of a lead that was deleted or removed for good. */
export function deletedNotices(id: string, permanent: boolean, effects: Effects): Notices {
  const { warnings } = effectNotices(effects);
  if (!permanent) return { warnings, nextSteps: [`PATCH ${base}/leads/${id} { restore: true } brings it back.`] };
  return { warnings: ['The lead and its notes, touchpoints and enrolments are gone for good.', ...warnings] };
}

type InStage = Pick<LeadRowFragment, 'status' | 'stage'>;

/** Of a lead that took its status from the stage it moved into. */
export const carriedNotice = ({ status, stage }: InStage): string[] =>
  stage?.status === status
    ? [`The stage "${stage.name}" carries the status ${leadStatusWords[status]}: the lead has it now.`]
    : [];

type Changed = {
  readonly lead: LeadRowFragment;
  readonly duplicateOfId?: string | null;
  /** Absent of a lead that was restored, as campaigns make nothing of that. */
  readonly previousStatus?: LeadStatus | null;
  readonly campaignEffects?: Effects;
};

/** Of a change that may have asked for nothing. */
export function changedNotices(changed: Changed, body: { readonly status?: unknown }): Notices {
  const { lead, duplicateOfId, previousStatus = null, campaignEffects = [] } = changed;
  const carried = previousStatus === null || body.status !== undefined ? [] : carriedNotice(lead);
  const effects = effectNotices(campaignEffects);
  const { warnings = [], nextSteps = [] } = leadNotices(lead);
  const double = doubleNotices(duplicateOfId);
  return {
    warnings: [...nothingAsked(body), ...carried, ...effects.warnings, ...double.warnings, ...warnings],
    nextSteps: [...effects.nextSteps, ...double.nextSteps, ...nextSteps],
  };
}
