import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import {
  leadStatusWords,
  leadTierWords,
  temperatureWords,
  toLeadStatus,
  toLeadTier,
  toTemperature,
} from '../../compat/lead-mapping.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createRestClient, type RestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { deliveriesMade } from '../tenancy/world.ts';
import { openReceiver, type Received } from '../webhooks/receiver.ts';

describe('the words', () => {
  it.each([
    [leadStatusWords, toLeadStatus],
    [temperatureWords, toTemperature],
    [leadTierWords, toLeadTier],
  ] as const)('lead there and back: %j', (table, back: (word: never) => unknown) => {
    for (const [value, word] of Object.entries(table)) expect(back(word as never)).toBe(value);
    expect([back(null as never), back(undefined as never)]).toEqual([null, undefined]);
  });
});

let app: TestApp;
let workspace: TestWorkspace;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let ai93: RestClient;
let clawcrm: RestClient;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  receiver = await openReceiver();
  ai93 = createRestClient(app.url, workspace.keys.ai93);
  clawcrm = createRestClient(app.url, workspace.keys.clawcrm);
  for (const format of ['QUINCER', 'AI93', 'STANDARD']) {
    await workspace.graph.ask(
      'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
      { input: { url: `${receiver.url}/${format}`, format } },
    );
  }
});
afterAll(async () => {
  await app.close();
  await receiver[Symbol.asyncDispose]();
});

const idIn = (body: unknown, ...path: string[]): string =>
  z.string().parse(path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), body));

const bare = (id: string) => id.slice(id.indexOf('_') + 1);

/** Every way in which a lead comes to be; each answers its bare id. */
const origins: Readonly<Record<string, (email: string) => Promise<string>>> = {
  async 'a chat on a Quincer widget'(email) {
    const widget = createRestClient(app.url, workspace.keys.widget);
    await widget.send('POST', '/api/chat', { message: `I am Ada, ${email}` });
    const found = await workspace.graph.ask(
      'query ($email: String) { leads(filter: { email: $email }) { nodes { id } } }',
      {
        email,
      },
    );
    return bare(idIn(found, 'leads', 'nodes', '0', 'id'));
  },
  async 'the graph'(email) {
    const made = await workspace.graph.ask(
      'mutation ($email: String) { createLead(input: { name: "Ada", email: $email }) { lead { id } } }',
      { email },
    );
    return bare(idIn(made, 'createLead', 'lead', 'id'));
  },
  async 'AI93 POST /leads'(email) {
    const body = { source: 'reddit', targetType: 'customer_lead', displayName: 'Ada', email };
    return bare(idIn((await ai93.send('POST', '/api/v1/leads', body)).body, 'lead', 'id'));
  },
  async 'ClawCRM POST /leads'(email) {
    return bare(idIn((await clawcrm.send('POST', '/api/openclaw/leads', { firstName: 'Ada', email })).body, 'id'));
  },
};

/** What each dialect shows of a lead. */
async function shown(id: string) {
  const answers = [
    await workspace.quincer.get(`/api/v1/leads/${id}`),
    await ai93.get(`/api/v1/leads/ld_${id}`),
    await clawcrm.get(`/api/openclaw/leads/rp_${id}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const [quincer, krew, claw] = answers.map(({ body }) => body);
  return { quincer, ai93: Reflect.get(Object(krew), 'lead'), clawcrm: Reflect.get(Object(claw), 'lead') };
}

/** Each dialect writes what it can, in the order of the events that follow. */
async function writeByAll(id: string): Promise<void> {
  const writes = [
    await workspace.quincer.send('POST', `/api/v1/leads/${id}`, { stage: 'qualified', temperature: 'hot', score: 80 }),
    await workspace.quincer.send('POST', `/api/v1/leads/${id}`, { stage: 'qualified', temperature: 'hot', score: 80 }),
    await ai93.send('POST', `/api/v1/leads/ld_${id}/handoff`, { destination: 'krew' }),
    await ai93.send('POST', `/api/v1/leads/ld_${id}/handoff`, { destination: 'krew' }),
    await clawcrm.send('PATCH', `/api/openclaw/leads/rp_${id}`, { status: 'converted', tier: 'low', title: 'CEO' }),
    await clawcrm.send('PATCH', '/api/openclaw/leads', {
      id: `rp_${id}`,
      status: 'converted',
      tier: 'low',
      title: 'CEO',
    }),
    await clawcrm.send('PATCH', `/api/openclaw/leads/rp_${id}`, { stage: 'Won' }),
  ];
  expect(writes.map(({ status }) => status)).toEqual(writes.map(() => 200));
}

const told = {
  QUINCER: [
    'lead.created',
    'lead.updated',
    'lead.stage_changed',
    'lead.updated',
    'lead.updated',
    'lead.updated',
    'lead.stage_changed',
  ],
  AI93: ['lead.created', 'lead.handed_off', 'lead.status_changed', 'lead.converted'],
  STANDARD: [
    'lead.created',
    'lead.updated',
    'lead.stage_changed',
    'lead.updated',
    'lead.handed_off',
    'lead.updated',
    'lead.status_changed',
    'lead.converted',
    'lead.updated',
    'lead.stage_changed',
  ],
} as const;

const eventIn = ({ rawBody }: Received) =>
  z.looseObject({ id: z.string(), type: z.string() }).parse(JSON.parse(rawBody.toString()));

/** The events about a lead that came to a format's endpoint. */
const received = (format: string, id: string) =>
  receiver.received
    .filter(({ path, rawBody }) => path === `/hook/${format}` && rawBody.includes(id))
    .map(eventIn)
    .filter(({ type }) => type.startsWith('lead.'));

describe.each(Object.entries(origins))('a lead made by %s', (name, make) => {
  test('is read and written by every dialect, and each change is told once to each', async () => {
    const id = await make(`${crypto.randomUUID()}@example.com`);
    expect(await shown(id), name).toMatchObject({
      quincer: { id, stage: 'new', name: 'Ada' },
      ai93: { id: `ld_${id}`, status: 'new', displayName: 'Ada' },
      clawcrm: { id: `rp_${id}`, stage: 'New', status: 'new', tier: null, firstName: 'Ada' },
    });

    await writeByAll(id);
    expect(await shown(id)).toMatchObject({
      quincer: { stage: 'won', temperature: 'hot', score: 80, job_title: 'CEO' },
      ai93: { status: 'converted', handoffDestination: 'krew' },
      clawcrm: {
        stage: 'Won',
        status: 'converted',
        tier: 'low',
        title: 'CEO',
        confidenceScore: 0,
        confidenceLabel: 'cold',
      },
    });

    await deliveriesMade(app);
    for (const [format, types] of Object.entries(told)) {
      const events = received(format, id);
      expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
      expect(events.map(({ type }) => type).toSorted(), format).toEqual(types.toSorted());
    }
    const ids = (format: string) => received(format, id).map((event) => event.id);
    expect(ids('STANDARD')).toEqual(expect.arrayContaining([...ids('QUINCER'), ...ids('AI93')]));
  });
});
