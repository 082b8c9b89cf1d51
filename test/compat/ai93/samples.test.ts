import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ai93 } from '../../../compat/ai93/dialect.ts';
import { WireLeadEnvelope } from '../../../compat/ai93/wire.ts';
import { type Ai93, openAi93 } from './workspace.ts';

let api: Ai93;
let folder: string;
let samples: string[];

beforeAll(async () => {
  api = await openAi93();
  folder = await mkdtemp(join(tmpdir(), 'tributary-samples-'));
  samples = (await readFile(new URL('samples.txt', import.meta.url), 'utf8')).split(/\n\n(?=curl)/);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

/** Runs a sample as it stands in the document but for host, key and the lead it names. */
async function run(index: number, leadId = ''): Promise<string> {
  const command = (samples[index] ?? '')
    .replace('https://ai93.ca', api.url)
    .replace('ai93_live_...', api.key)
    .replace('ld_abc', leadId);
  const { stdout } = await promisify(execFile)('sh', ['-ec', command], { cwd: folder });
  return stdout;
}

it('the document’s samples run as they stand', async () => {
  const { lead } = WireLeadEnvelope.parse(JSON.parse(await run(2)));
  expect(lead).toMatchObject({
    id: expect.stringMatching(/^ld_/),
    status: 'new',
    source: 'manual',
    targetType: 'customer_lead',
    displayName: 'Jane Doe',
    email: 'jane@example.com',
    phone: '+15555551234',
    context: { url: 'https://janes-business.com' },
  });
  expect(JSON.parse(await run(0))).toEqual({ leads: [lead], count: 1 });
  const handedOff = WireLeadEnvelope.parse(JSON.parse(await run(3, lead.id)));
  expect(handedOff.lead).toMatchObject({
    id: lead.id,
    handoffDestination: 'krew',
    handoffMetadata: { krewLeadId: 'kl_xyz' },
    handedOffAt: expect.any(String),
  });
  await api.graph('mutation ($id: ID!) { updateLead(id: $id, input: { status: CONVERTED }) { lead { id } } }', {
    id: lead.id,
  });
  expect(await run(1)).toBe('');
  expect((await readFile(join(folder, 'leads.csv'), 'utf8')).split('\r\n')[1]).toContain(
    `${lead.id},,customer_lead,manual,converted,Jane Doe`,
  );
});

/** Section "Endpoints": every call with the scope it names. */
const documented = [
  ['get', '/leads', 'leads:read'],
  ['get', '/leads/:id', 'leads:read'],
  ['get', '/leads.csv', 'leads:read'],
  ['post', '/leads', 'leads:write'],
  ['post', '/leads/:id/handoff', 'leads:handoff'],
  ['get', '/sources', 'sources:read'],
  ['get', '/scrapers/runs', 'sources:read'],
];

it('the table holds every documented route with its scope, and no other', () => {
  const table = ai93.routes.map(({ method, path, scope }) => [method, path, scope]);
  expect(table).toHaveLength(documented.length);
  expect(table).toEqual(expect.arrayContaining(documented));
});

it('every answer of a write that may be lost can be made again', () => {
  expect(ai93.routes.filter(({ idempotent, rebuild }) => idempotent && rebuild === null)).toEqual([]);
});
