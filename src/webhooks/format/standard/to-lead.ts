import { toGlobalId, toGlobalIdOrNull } from '../../../ids.ts';
import { confidenceLabel } from '../../../domain/leads/confidence/label.ts';
import { readFactors } from '../../../domain/leads/confidence/read-factors.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import type { Shown } from '../../../shown.ts';
import { toBusiness, toMember, toStage, toWidget } from './to-references.ts';

/** What stands in `stage` and `bant`, and what no reader needs. */
type Nested = 'stageId' | 'bantBudget' | 'bantAuthority' | 'bantNeed' | 'bantTimeline' | 'enrichedFacts';

export const toLead = (lead: LeadSnapshot, name: string | null) =>
  ({
    id: toGlobalId('Lead', lead.id),
    businessId: toGlobalIdOrNull('Business', lead.businessId),
    business: toBusiness(lead.business),
    widgetId: toGlobalIdOrNull('Widget', lead.widgetId),
    widget: toWidget(lead.widget),
    conversationId: toGlobalIdOrNull('Conversation', lead.conversationId),
    assignedToId: toGlobalIdOrNull('Member', lead.assignedToId),
    assignedTo: toMember(lead.assignedTo),
    stage: toStage(lead.stage),
    status: lead.status,
    temperature: lead.temperature,
    score: lead.score,
    tags: lead.tags,
    name,
    firstName: lead.firstName,
    lastName: lead.lastName,
    email: lead.email,
    phone: lead.phone,
    handle: lead.handle,
    company: lead.company,
    jobTitle: lead.jobTitle,
    remark: lead.remark,
    bant: {
      budget: lead.bantBudget,
      authority: lead.bantAuthority,
      need: lead.bantNeed,
      timeline: lead.bantTimeline,
    },
    source: lead.source,
    targetType: lead.targetType,
    context: lead.context,
    tier: lead.tier,
    businessType: lead.businessType,
    seniority: lead.seniority,
    companyName: lead.companyName,
    linkedinUrl: lead.linkedinUrl,
    companySize: lead.companySize,
    companyRevenue: lead.companyRevenue,
    crmData: lead.crmData,
    customFields: lead.customFields,
    confidenceScore: lead.confidenceScore,
    confidenceLabel: lead.confidenceScore === null ? null : confidenceLabel(lead.confidenceScore),
    confidenceFactors: readFactors(lead.confidenceFactors),
    scoredAt: lead.scoredAt,
    lastTouchedAt: lead.lastTouchedAt,
    enrichmentStatus: lead.enrichmentStatus,
    enrichmentError: lead.enrichmentError,
    enrichedAt: lead.enrichedAt,
    emailBouncedAt: lead.emailBouncedAt,
    unsubscribedAt: lead.unsubscribedAt,
    handedOffAt: lead.handedOffAt,
    handoffDestination: lead.handoffDestination,
    handoffMetadata: lead.handoffMetadata,
    createdAt: lead.createdAt,
    updatedAt: lead.updatedAt,
    deletedAt: lead.deletedAt,
  }) satisfies Shown<LeadSnapshot, 'orgId' | Nested>;
