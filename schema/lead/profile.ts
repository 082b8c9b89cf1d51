import type { InputFieldBuilder, ObjectFieldBuilder } from '@pothos/core';
import { confidenceLabel } from '../../src/domain/leads/confidence/label.ts';
import type { Types } from '../builder/builder.ts';
import { ConfidenceLabelEnum, EnrichmentStatusEnum, LeadTierEnum } from '../builder/enums.ts';
import type { LeadNode } from '../builder/refs.ts';

/** What a CRM knows of a lead and its company, as it is shown. */
export const profileFields = (t: ObjectFieldBuilder<Types, LeadNode>) => ({
  tier: t.field({
    type: LeadTierEnum,
    nullable: true,
    description: 'How much it is worth pursuing; null while nobody said.',
    resolve: ({ tier }) => tier,
  }),
  businessType: t.exposeString('businessType', {
    nullable: true,
    description: 'What kind of business its company is.',
  }),
  seniority: t.exposeString('seniority', { nullable: true, description: 'How high up they stand there.' }),
  companyName: t.exposeString('companyName', {
    nullable: true,
    description: 'The company’s name as an enrichment found it; `company` is what people said.',
  }),
  linkedinUrl: t.exposeString('linkedinUrl', { nullable: true, description: 'The address of their LinkedIn profile.' }),
  companySize: t.exposeString('companySize', { nullable: true, description: 'How many work there, in words.' }),
  companyRevenue: t.exposeString('companyRevenue', {
    nullable: true,
    description: 'What the company earns, in words.',
  }),
  crmData: t.field({
    type: 'JSON',
    nullable: true,
    description: 'Whatever an agent keeps of it; flexible.',
    resolve: ({ crmData }) => crmData,
  }),
  customFields: t.field({
    type: 'JSON',
    nullable: true,
    description: 'Values of the workspace’s custom fields by their names, and whatever else was put there.',
    resolve: ({ customFields }) => customFields,
  }),
  confidenceScore: t.exposeInt('confidenceScore', {
    nullable: true,
    description: '0 to 100, computed; null while it was not. `score` is what people and the chat say.',
  }),
  confidenceLabel: t.field({
    type: ConfidenceLabelEnum,
    nullable: true,
    description: 'The same in a word.',
    resolve: ({ confidenceScore }) => (confidenceScore === null ? null : confidenceLabel(confidenceScore)),
  }),
  scoredAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When the confidence score was computed.',
    resolve: ({ scoredAt }) => scoredAt,
  }),
  lastTouchedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When its latest touchpoint was; null while there was none.',
    resolve: ({ lastTouchedAt }) => lastTouchedAt,
  }),
  enrichmentStatus: t.field({
    type: EnrichmentStatusEnum,
    nullable: true,
    description: 'How the last enrichment went; null while there was none.',
    resolve: ({ enrichmentStatus }) => enrichmentStatus,
  }),
  enrichmentError: t.exposeString('enrichmentError', { nullable: true, description: 'Why it failed.' }),
  enrichedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it was last enriched.',
    resolve: ({ enrichedAt }) => enrichedAt,
  }),
  emailBouncedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When mail to its address came back; no campaign writes to it until the address changes.',
    resolve: ({ emailBouncedAt }) => emailBouncedAt,
  }),
  unsubscribedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it asked for no more mail: no campaign writes to it until `resubscribeLead` lifts that.',
    resolve: ({ unsubscribedAt }) => unsubscribedAt,
  }),
});

const flexibleHelp = (replaces: boolean) =>
  `${replaces ? 'Replaces' : 'Put into'} what is there; null as a value takes a key away. The whole is at most 64 KiB.`;

/** The same as it is taken. */
export const profileInputFields = (t: InputFieldBuilder<Types, 'InputObject'>, { replaces = false } = {}) => ({
  tier: t.field({ type: LeadTierEnum, description: 'How much it is worth pursuing.' }),
  businessType: t.string({ description: 'What kind of business its company is. Up to 200 characters.' }),
  seniority: t.string({ description: 'How high up they stand there. Up to 100 characters.' }),
  companyName: t.string({ description: 'The company’s name as looked up. Up to 200 characters.' }),
  linkedinUrl: t.string({ description: 'The web address of their LinkedIn profile. Up to 500 characters.' }),
  companySize: t.string({ description: 'How many work there, in words. Up to 100 characters.' }),
  companyRevenue: t.string({ description: 'What the company earns, in words. Up to 100 characters.' }),
  crmData: t.field({ type: 'JSON', description: flexibleHelp(replaces) }),
  customFields: t.field({
    type: 'JSON',
    description: `Values by the names of custom fields, checked against them, and any other keys. ${flexibleHelp(replaces)}`,
  }),
});
