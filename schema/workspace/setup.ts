import { setUpWorkspace, type WorkspaceSetup } from '../../src/domain/workspaces/set-up-workspace.ts';
import type { Planned } from '../../src/domain/plan.ts';
import { builder } from '../builder/builder.ts';
import { effectsField } from '../campaign/effect.ts';
import { LeadStatusEnum } from '../builder/enums.ts';
import { dryRunHelp, planField } from '../builder/plan.ts';
import { OrganisationRef, StageRef } from './type.ts';
import { stoppedFields } from '../stage/stopped.ts';

const WorkspaceProfileInput = builder.inputType('WorkspaceProfileInput', {
  description: 'What a workspace is called and about. An absent field stays, null clears it.',
  fields: (t) => ({
    name: t.string({
      description: '1 to 200 characters; null leaves it. CONFLICT for another workspace of its owner.',
    }),
    industry: t.string({ description: 'Up to 200 characters.' }),
    bookingLink: t.string({ description: 'An http(s) address where a meeting can be booked; up to 2,000 characters.' }),
    agentLanguage: t.string({
      description:
        'What its agents read, as a tag such as `en` or `pt-BR`; null leaves it. What visitors write from then on is translated into it, where there is a translator.',
    }),
  }),
});

const StageSetupInput = builder.inputType('StageSetupInput', {
  description: 'A stage of the pipeline that is to be.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 100 characters; each stage has another one.' }),
    order: t.int({ description: 'Its place in the pipeline, 0 to 10,000; its place in the list by default.' }),
    isDefault: t.boolean({ description: 'Whether leads that name no stage begin here; one stage at most.' }),
    status: t.field({
      type: LeadStatusEnum,
      description:
        'What a lead becomes that moves into it; null is nothing. By default a stage that is made here carries CONVERTED or CLOSED where its name has the word won or lost, and one that is there keeps its own.',
    }),
  }),
});

const SetUpWorkspaceInput = builder.inputType('SetUpWorkspaceInput', {
  description: 'How a workspace is to be. What is absent stays.',
  fields: (t) => ({
    projectSlug: t.string({
      description: 'What its agent calls the project: up to 100 letters, digits, dots, hyphens and underscores.',
    }),
    organisation: t.field({ type: WorkspaceProfileInput, description: 'Its name and profile.' }),
    stages: t.field({
      type: [StageSetupInput],
      description:
        'The whole pipeline, 1 to 100 stages. Those that are there by name or key stay; leads of others move to the default one.',
    }),
  }),
});

const SetUpWorkspacePayload = builder.objectRef<Planned<WorkspaceSetup>>('SetUpWorkspacePayload').implement({
  description: 'The workspace as it is now.',
  fields: (t) => ({
    organisation: t.field({
      type: OrganisationRef,
      description: 'The workspace.',
      resolve: ({ organisation }) => organisation,
    }),
    stages: t.field({ type: [StageRef], description: 'Its pipeline, in order.', resolve: ({ stages }) => [...stages] }),
    movedLeads: t.exposeInt('movedLeads', {
      description: 'How many leads were in stages that are no more, and are in the default one now.',
    }),
    ...stoppedFields(t),
    campaignEffects: effectsField(t),
    plan: planField(t),
  }),
});

builder.mutationField('setUpWorkspace', (t) =>
  t.field({
    type: SetUpWorkspacePayload,
    description:
      'Names a workspace and lays its pipeline at once. The same again changes nothing. Needs `workspace:write`, `pipeline:write` where stages are given, and no business lock.',
    args: {
      input: t.arg({ type: SetUpWorkspaceInput, required: true, description: 'How it is to be.' }),
      dryRun: t.arg.boolean({
        description: `${dryRunHelp} CONFLICT where the stages that would go hold more than 1,000 leads in all, deleted ones too.`,
      }),
    },
    resolve: (_, { input: { projectSlug, organisation, stages }, dryRun }, context) => {
      const profile = organisation && {
        ...organisation,
        name: organisation.name ?? undefined,
        agentLanguage: organisation.agentLanguage ?? undefined,
      };
      const wanted = { projectSlug, organisation: profile ?? undefined, stages: stages ?? undefined };
      return setUpWorkspace(context, wanted, dryRun ?? false);
    },
  }),
);
