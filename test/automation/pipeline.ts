import { createTestClock, startTestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const createRule =
  'mutation ($input: CreateAutomationRuleInput!) { createAutomationRule(input: $input) { rule { id } } }';
const createLead = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
const record = `mutation ($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) {
  touchpoint { id } lead { stage { key } } automationRuns { description }
} }`;

export type Told = {
  readonly type: string;
  readonly lead: { readonly id: string; readonly stage: { readonly key: string } } | null;
  readonly previousStage: { readonly key: string } | null;
  readonly metadata: Record<string, unknown> | null;
};

export type Recorded = {
  readonly touchpoint: { readonly id: string };
  readonly lead: { readonly stage: { readonly key: string } };
  readonly automationRuns: readonly { readonly description: string }[];
};

type Identified = { readonly id: string };

/** A workspace with rules: short ways to make leads, rules and touchpoints, and to see what came of them. */
export function automate(workspace: TestWorkspace, graph: GraphClient = workspace.graph) {
  return {
    ...workspace,
    graph,
    async rule(trigger: string, targetStage: string, more: object = {}): Promise<string> {
      const input = { name: `To ${targetStage}`, trigger, targetStage, ...more };
      const made = await graph.ask<{ createAutomationRule: { rule: Identified } }>(createRule, { input });
      return made.createAutomationRule.rule.id;
    },
    async lead(input: object = {}): Promise<string> {
      return (await graph.ask<{ createLead: { lead: Identified } }>(createLead, { input })).createLead.lead.id;
    },
    async touch(leadId: string, type: string, more: object = {}): Promise<Recorded> {
      const input = { leadId, type, ...more };
      return (await graph.ask<{ recordTouchpoint: Recorded }>(record, { input })).recordTouchpoint;
    },
    async stageOf(id: string): Promise<string> {
      const query = 'query ($id: ID!) { lead(id: $id) { stage { key } } }';
      return (await graph.ask<{ lead: { stage: { key: string } } }>(query, { id })).lead.stage.key;
    },
    async runsOf(id: string): Promise<string[]> {
      type Runs = { lead: { automationRuns: { nodes: { description: string }[] } } };
      const query = 'query ($id: ID!) { lead(id: $id) { automationRuns { nodes { description } } } }';
      const { lead } = await graph.ask<Runs>(query, { id });
      return lead.automationRuns.nodes.map(({ description }) => description).toReversed();
    },
    async eventsOf(id: string): Promise<Told[]> {
      const selection = 'type ... on LeadEvent { lead { id stage { key } } previousStage { key } metadata }';
      const query = `{ events(first: 200) { nodes { ${selection} } } }`;
      const { events } = await graph.ask<{ events: { nodes: Told[] } }>(query);
      return events.nodes.filter(({ lead }) => lead?.id === id);
    },
  };
}

export type Automated = ReturnType<typeof automate>;

/** The product with a clock that stands still, and as many workspaces as a test wants. */
export async function openPipeline(start?: Date) {
  const clock = createTestClock(start);
  const app = await startTestApp({ clock });
  return { ...app, clock, automated: async () => automate(await app.workspace()) };
}

export type Pipeline = Awaited<ReturnType<typeof openPipeline>>;
