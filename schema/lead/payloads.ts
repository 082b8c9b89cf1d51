import type { ObjectFieldBuilder } from '@pothos/core';
import type { ChangedLead, ChangedLeads, UpdatedLead } from '../../src/domain/leads/fields/changed-lead.ts';
import type { Planned } from '../../src/domain/plan.ts';
import type { CreatedLead } from '../../src/domain/leads/create-lead.ts';
import { findDuplicateId } from '../../src/domain/leads/find-duplicate.ts';
import type { Recorded } from '../../src/domain/touchpoints/add-touchpoint.ts';
import { planField } from '../builder/plan.ts';
import { builder, type Types } from '../builder/builder.ts';
import { rowsComplexity } from '../builder/connection.ts';
import { effectsField } from '../campaign/effect.ts';
import { LeadStatusEnum } from '../builder/enums.ts';
import { toGlobalId } from '../../src/ids.ts';
import { AutomationRunRef, LeadRef, type LeadNode } from '../builder/refs.ts';

const leadField = <Row extends { readonly lead: LeadNode }>(t: ObjectFieldBuilder<Types, Row>) =>
  t.field({ type: LeadRef, description: 'The lead.', resolve: ({ lead }) => lead });

type Addressed = { readonly lead: Pick<LeadNode, 'id' | 'email'> };

const duplicateField = <Row extends Addressed>(t: ObjectFieldBuilder<Types, Row>) =>
  t.id({
    nullable: true,
    description: 'The id of the newest other lead with the same e-mail address; null where there is none.',
    resolve: async ({ lead: { id, email } }, _, { db }) => {
      const duplicate = await findDuplicateId(db, email, id);
      return duplicate && toGlobalId('Lead', duplicate);
    },
  });

const previousStatusField = <Row extends Pick<UpdatedLead, 'previousStatus'>>(t: ObjectFieldBuilder<Types, Row>) =>
  t.field({
    type: LeadStatusEnum,
    nullable: true,
    description: 'The status the lead had, if this has changed it.',
    resolve: ({ previousStatus }) => previousStatus,
  });

export const CreateLeadPayload = builder.objectRef<Planned<CreatedLead>>('CreateLeadPayload').implement({
  description: 'The lead that was made.',
  fields: (t) => ({
    lead: leadField(t),
    duplicateOfId: duplicateField(t),
    leadLimit: t.exposeInt('leadLimit', {
      nullable: true,
      description: 'How many leads the plan holds; null is no limit.',
    }),
    leadCount: t.exposeInt('leadCount', {
      nullable: true,
      description: 'How many there are now, this one too; null without a limit.',
    }),
    plan: planField(t),
  }),
});

/** Of a change after which a lead may have another status, or the e-mail address of another one. */
const updated = (name: string) =>
  builder.objectRef<UpdatedLead>(name).implement({
    description: 'The lead that was changed, and what followed.',
    fields: (t) => ({
      lead: leadField(t),
      duplicateOfId: duplicateField(t),
      previousStatus: previousStatusField(t),
      campaignEffects: effectsField(t),
    }),
  });

export const UpdateLeadPayload = updated('UpdateLeadPayload');
export const ReplaceLeadPayload = updated('ReplaceLeadPayload');

export const RestoreLeadPayload = builder.objectRef<{ lead: LeadNode }>('RestoreLeadPayload').implement({
  description: 'The lead that was restored. Campaigns that its deletion ended stay ended.',
  fields: (t) => ({ lead: leadField(t), duplicateOfId: duplicateField(t) }),
});

/** Of what may end campaigns. */
const ending = (name: string, verb: string) =>
  builder.objectRef<ChangedLead>(name).implement({
    description: `The lead that was ${verb}, and what followed.`,
    fields: (t) => ({ lead: leadField(t), campaignEffects: effectsField(t) }),
  });

export const DeleteLeadPayload = ending('DeleteLeadPayload', 'deleted');
export const PurgeLeadPayload = ending('PurgeLeadPayload', 'removed');
export const MarkEmailBouncedPayload = ending('MarkEmailBouncedPayload', 'written to in vain');
export const UnsubscribeLeadPayload = ending('UnsubscribeLeadPayload', 'unsubscribed');

export const ResubscribeLeadPayload = builder.objectRef<{ lead: LeadNode }>('ResubscribeLeadPayload').implement({
  description: 'The lead that may be written to again. Campaigns that it left stay ended.',
  fields: (t) => ({ lead: leadField(t) }),
});

/** Of what was done to many at once. */
const several = (name: string, verb: string) =>
  builder.objectRef<Planned<ChangedLeads>>(name).implement({
    description: `The leads that were ${verb}, and what followed.`,
    fields: (t) => ({
      leads: t.field({
        type: [LeadRef],
        description: 'The leads, in the order of `ids`; one that was named twice stands where it was named first.',
        complexity: rowsComplexity,
        resolve: ({ leads }) => [...leads],
      }),
      campaignEffects: effectsField(t),
      plan: planField(t),
    }),
  });

export const UpdateLeadsPayload = several('UpdateLeadsPayload', 'changed');
export const DeleteLeadsPayload = several('DeleteLeadsPayload', 'deleted');

export const HandOffLeadPayload = builder.objectRef<{ lead: LeadNode }>('HandOffLeadPayload').implement({
  description: 'The lead that was handed off.',
  fields: (t) => ({ lead: leadField(t) }),
});

export const RecordLeadReplyPayload = builder.objectRef<Recorded>('RecordLeadReplyPayload').implement({
  description: 'The lead that was heard of, and what followed.',
  fields: (t) => ({
    lead: leadField(t),
    previousStatus: previousStatusField(t),
    automationRuns: t.field({
      type: [AutomationRunRef],
      description: 'How rules moved the lead because of it, in their order.',
      resolve: ({ runs }) => runs,
    }),
    campaignEffects: effectsField(t),
  }),
});
