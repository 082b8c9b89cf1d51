import type { TestApp } from '../../support/app.ts';
import type { Chance } from '../../support/chance.ts';
import { seedEverything } from '../../support/seed-everything.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { randomChange } from '../../db/reader/random-rows.ts';

const later = new Date('2100-01-01T00:00:00.000Z');
const far = new Date('9999-01-01T00:00:00.000Z');

/** What the product itself must leave alone while it is read: nothing is posted, handed back or forgotten. */
const heldStill = {
  conversation: { takenOverUntil: null },
  task: {},
  note: {},
  message: {},
  webhookDelivery: { createdAt: later, nextAttemptAt: far, claimedUntil: null },
  webhookEndpoint: { disabledAt: later },
} as const;

type Table = {
  findMany(args: object): Promise<{ id: string }[]>;
  updateMany(args: object): Promise<unknown>;
};

/** Without what a row points to, which the datamodel does not always know. */
const withoutIds = (data: object) => Object.fromEntries(Object.entries(data).filter(([name]) => !name.endsWith('Id')));

const nounOf = (model: string) => model.charAt(0).toUpperCase() + model.slice(1);

/** Events of many types as verbs write them, of leads with a business and of others. */
async function write({ graph, widgetId }: TestWorkspace, businessId: string | null): Promise<void> {
  type Made = { createLead: { lead: { id: string } } };
  const { createLead } = await graph.ask<Made>(
    'mutation ($b: ID) { createLead(input: { name: "Ada", email: "ada@example.com", businessId: $b }) { lead { id } } }',
    { b: businessId },
  );
  const id = createLead.lead.id;
  await graph.ask('mutation ($id: ID!) { updateLead(id: $id, input: { stage: "qualified" }) { lead { id } } }', { id });
  await graph.ask('mutation ($id: ID!) { createNote(input: { leadId: $id, body: "Call" }) { note { id } } }', { id });
  await graph.ask(
    'mutation ($id: ID!) { createTask(input: { leadId: $id, type: OTHER, title: "Call" }) { task { id } } }',
    { id },
  );
  const say = 'mutation ($w: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "Hello" }) { message { id } } }';
  await graph.ask(say, { w: widgetId });
}

/** Rows of every list with something in nearly every column; answers the business that a key may be locked to. */
export async function seedLists(app: TestApp, workspace: TestWorkspace, chance: Chance): Promise<string> {
  const { prisma } = app.database;
  const { orgId } = workspace;
  await seedEverything(app.database, orgId, 10);
  const [business] = await prisma.business.findMany({ where: { orgId }, orderBy: { id: 'asc' } });
  const businessId = business?.id ?? '';
  for (const of of [`biz_${businessId}`, null]) await write(workspace, of);
  for (const [model, still] of Object.entries(heldStill)) {
    const table = Reflect.get(prisma, model) as Table;
    for (const { id } of await table.findMany({ where: { orgId } })) {
      const words = model === 'message' ? { search: chance.pick(['ada lovelace', 'a booking of 100%', 'gs', '']) } : {};
      const ofBusiness = chance.below(2) === 0 ? { businessId } : {};
      const data = { ...withoutIds(randomChange(chance, nounOf(model))), ...ofBusiness, ...words, ...still };
      await table.updateMany({ where: { orgId, id }, data });
    }
  }
  return businessId;
}
