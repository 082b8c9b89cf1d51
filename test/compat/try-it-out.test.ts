import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ai93Webhooks } from '../../compat/ai93/webhook-wire.ts';
import { webhookBodies } from '../../compat/vendor-apis.ts';
import { openApiDocuments } from '../../compat/openapi/documents.ts';
import { quincerWebhooks } from '../../compat/quincer/webhook-wire.ts';
import { typesOfFormat } from '../../src/vendors/format-rules.ts';
import { createFormats } from '../../src/webhooks/format/formats.ts';
import { eventOf } from '../webhooks/events.ts';
import { type Gateway, openGateway } from './gateway.ts';

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  example: z.undefined().optional(),
  schema: z.object({ example: z.undefined().optional(), examples: z.undefined().optional() }),
});
const operation = z.object({
  summary: z.string().max(60),
  tags: z.tuple([z.string()]),
  parameters: z.array(parameter).default([]),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ example: z.record(z.string(), z.unknown()) }) }) })
    .optional(),
});
const document = z.object({
  tags: z.array(z.object({ name: z.string(), description: z.string().min(10) })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

const dialects = openApiDocuments()
  .slice(1)
  .map(({ key, document: described }) => [key, document.parse(described)] as const);

let gateway: Gateway;
beforeAll(async () => void (gateway = await openGateway()));
afterAll(async () => gateway.close());

/** By what begins an id of the documents, or by the resource of a path: one there is. */
type Ids = Readonly<Record<string, string>>;

/** How the visitor of the one conversation is known, and what stands in the addresses for it in place of a resource. */
const visitorToken = `vt_${'0'.repeat(43)}`;
const ofVisitor = '{conversation_id}';

async function idsOf(dialect: string): Promise<Ids> {
  const { call, keys } = gateway;
  const make = async (key: string, path: string, body: object) => (await call('POST', path, key, body)).json;
  if (dialect === 'ai93') {
    const body = { source: 'manual', targetType: 'customer_lead', displayName: 'One' };
    return { leads: (await make(keys.ai93, '/api/v1/leads', body)).lead.id };
  }
  if (dialect === 'quincer') {
    const body = { message: 'I am Bo, bo@example.com', visitor_token: visitorToken };
    const { conversation_id: id } = await make(keys.widget, '/api/chat', body);
    const list = async (path: string) => (await call('GET', `/api/v1/${path}`, keys.quincer)).json.data[0].id;
    const tasks = await list('tasks');
    return { conversations: id, [ofVisitor]: id, leads: await list('leads'), tasks, activities: tasks };
  }
  const makeIn = async (path: string, body: object) => (await make(keys.clawcrm, `/api/openclaw${path}`, body)).id;
  const lead = await makeIn('/leads', { firstName: 'Bo', email: 'bo@firm.example' });
  const steps = [{ subject: 'a', body: 'b', delayHours: 1 }];
  const rule = { name: 'a', triggerEvent: 'cta_clicked', targetStage: 'Won' };
  return {
    rp: lead,
    leads: lead,
    campaigns: await makeIn('/campaigns', { name: 'a', trigger: 'manual', steps }),
    feedback: await makeIn('/feedback', { type: 'bug', title: 'a' }),
    rul: await makeIn('/automation/rules', rule),
    fld: await makeIn('/fields', { name: 'a', label: 'a', fieldType: 'text' }),
    nt: await makeIn('/notes', { leadId: lead, content: 'a' }),
    stg: await makeIn('/stages', { name: 'a' }),
    src: await makeIn('/stages/sync-sources', { name: 'a', type: 'gmail' }),
  };
}

const resourceOf = (path: string) => path.split('/')[3] ?? '';

/** What "Try it out" sends where a reader fills in what is required with ids there are, and touches nothing else. */
function requestOf(path: string, { parameters, requestBody }: z.output<typeof operation>, ids: Ids) {
  const required = parameters.filter((parameter) => parameter.required);
  const valueOf = (name: string) => ids[name === 'leadId' ? 'rp' : resourceOf(path)] ?? '';
  const query = required.filter((parameter) => parameter.in === 'query').map(({ name }) => [name, valueOf(name)]);
  const search = query.length > 0 ? `?${new URLSearchParams(query).toString()}` : '';
  const text = JSON.stringify(requestBody?.content['application/json'].example ?? {});
  const body = text.replace(/([a-z]+)_01jqz5v8m3k9wfp2c7hx0dtbne/g, (_, prefix: string) => ids[prefix] ?? 'missing');
  return { path: path.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name)) + search, body: JSON.parse(body) };
}

describe.each(dialects)('what the pages of %s try', (dialect, { paths, tags }) => {
  it('is accepted as it stands', async () => {
    const ids = await idsOf(dialect);
    const refused: (readonly [string, string, number, string])[] = [];
    for (const [path, item] of Object.entries(paths)) {
      for (const [method, described] of Object.entries(item)) {
        if (method === 'delete') continue;
        const asked = requestOf(path, described, ids);
        const { quincer, ai93, clawcrm, widget } = gateway.keys;
        const isChat = path.startsWith('/api/chat');
        const key = isChat ? widget : { quincer, ai93, clawcrm }[dialect];
        if (key === undefined) throw new Error(`${dialect} has no key.`);
        const { status, text } = await gateway.call(
          // What is followed has no end; its head has.
          path.endsWith('/events') ? 'HEAD' : method.toUpperCase(),
          asked.path,
          key,
          method === 'get' ? undefined : asked.body,
          isChat ? { 'visitor-token': visitorToken } : {},
        );
        if (status >= 400) refused.push([method, path, status, text.slice(0, 200)]);
      }
    }
    // Nothing here connects to Calendly.
    expect(refused.filter(([, path, status]) => !(path.endsWith('/calendly') && status === 409))).toEqual([]);
  });

  it('is grouped by what it is about', () => {
    const used = Object.values(paths).flatMap((item) => Object.values(item).flatMap((described) => described.tags));
    expect(tags.map(({ name }) => name)).toEqual(expect.arrayContaining(used));
  });
});

const formats = createFormats(webhookBodies);

describe.each([
  ['QUINCER', quincerWebhooks],
  ['AI93', ai93Webhooks],
] as const)('the webhooks that the document of %s shows', (format, { bodies }) => {
  it('are those of its format, with the bodies that are posted', () => {
    expect(Object.keys(bodies).sort()).toEqual([...typesOfFormat(format)].sort());
    for (const type of typesOfFormat(format)) {
      const posted: unknown = JSON.parse(formats[format].body(eventOf(type), { consumerWorkspace: 'krew' }) ?? 'null');
      expect([type, bodies[type]?.safeParse(posted).error]).toEqual([type, undefined]);
    }
  });
});
