import type { Database } from '../../src/db/open/database.ts';
import type { GraphAnswer } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

export type StageNode = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly order: number;
  readonly isDefault: boolean;
  readonly leadCount: number;
};

const fields = 'id key name order isDefault leadCount';
const create = `mutation ($input: CreateStageInput!) { createStage(input: $input) { stage { ${fields} } } }`;
const update = `mutation ($id: ID!, $input: UpdateStageInput!) { updateStage(id: $id, input: $input) { stage { ${fields} } } }`;
const told = `{ events(first: 200) { nodes { type ... on LeadEvent { lead { id stage { key } } previousStage { key } } } } }`;

type Answer = { readonly [mutation: string]: { readonly stage: StageNode } };
type Told = { readonly events: { readonly nodes: readonly { readonly type: string }[] } };

/** What a test does with the stages of a workspace, and sees of them. */
export function pipelineOf({ prisma }: Database, { orgId, graph }: TestWorkspace) {
  const send = (input: object, id?: string): Promise<GraphAnswer<Answer>> =>
    id === undefined ? graph.send(create, { input }) : graph.send(update, { id, input });
  const read = async () => (await graph.ask<{ stages: StageNode[] }>(`{ stages { ${fields} } }`)).stages;
  const of = async (key: string) => {
    const stage = (await read()).find((one) => one.key === key);
    if (!stage) throw new Error(`There is no stage ${key}.`);
    return stage;
  };
  const fill = async (stage: string, count: number) => {
    const made: string[] = [];
    const mutation = 'mutation ($stage: String) { createLead(input: { name: "Ada", stage: $stage }) { lead { id } } }';
    for (let index = 0; index < count; index += 1) {
      const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(mutation, { stage });
      made.push(createLead.lead.id);
    }
    return made;
  };
  return {
    send,
    read,
    of,
    fill,
    create: async (input: object) => (await graph.ask<Answer>(create, { input }))['createStage']!.stage,
    update: async (id: string, input: object) => (await graph.ask<Answer>(update, { id, input }))['updateStage']!.stage,
    refusal: async (input: object, id?: string) => (await send(input, id)).errors[0]?.extensions['code'],
    /** So many leads, and so many that are deleted, put there without a word. */
    async fillQuickly(key: string, live: number, deleted: number) {
      const [, id = ''] = (await fill(key, 1))[0]?.split('_') ?? [];
      const row = await prisma.lead.findFirstOrThrow({ where: { orgId, id } });
      const { stageId, source, createdAt, updatedAt } = row;
      const shared = { orgId, stageId, source, targetType: 'customer_lead', context: {}, createdAt, updatedAt };
      await prisma.lead.createMany({
        data: Array.from({ length: live - 1 + deleted }, (_, index) => ({
          ...shared,
          id: `${id.slice(0, -4)}${(id.at(-4) === '1' ? 5000 : 1000) + index}`,
          deletedAt: index < live - 1 ? null : createdAt,
        })),
      });
    },
    events: async () => (await graph.ask<Told>(told)).events.nodes,
    revision: async () => Number((await prisma.organisation.findUniqueOrThrow({ where: { id: orgId } })).revision),
    audit: async () => (await prisma.auditEntry.findMany({ where: { orgId } })).map(({ action }) => action),
  };
}

export type Pipeline = ReturnType<typeof pipelineOf>;
