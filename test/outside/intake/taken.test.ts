import { createHmac, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, describe, expect, it } from 'vitest';
import { asForm, asJson, bearer, someone, type Made, openSources } from './sources.ts';

const { app, clock, deliveries, form, here, leads, make, post, send, tool, workspace } = await openSources();
afterAll(() => app.close());

describe('a form', () => {
  it('makes a lead of what was entered, in its stage, and tells nobody which', async () => {
    const source = await form({ targetStage: 'qualified' });
    expect(source).toMatchObject({
      secret: null,
      url: expect.stringMatching(/^https:\/\/crm\.example\/hooks\/in\/in_/),
    });
    const email = someone();
    const body = new URLSearchParams({
      'your-email': email.toUpperCase(),
      'Full Name': 'Ada Lovelace',
      Company: 'Acmé',
    });
    const answer = await send(source, body.toString(), asForm);
    expect([answer.status, answer.json]).toEqual([202, { accepted: true }]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const [lead, ...others] = await leads(email);
    expect([lead, others]).toMatchObject([{ name: 'Ada Lovelace', company: 'Acmé', stage: { key: 'qualified' } }, []]);
    expect(await deliveries(source)).toMatchObject([{ outcome: 'CREATED', lead: { id: lead?.id } }]);
  });

  it('fills what is empty of a lead that is there, notes what differs, and never moves it', async () => {
    const source = await form({ targetStage: 'won' });
    const email = someone();
    await workspace.graph.ask(
      'mutation ($email: String!) { createLead(input: { email: $email, name: "Ada", stage: "qualified" }) { lead { id } } }',
      { email },
    );
    expect((await post(source, { email, name: 'Mallory', company: 'Acme' })).status).toBe(202);
    const [lead] = await leads(email);
    expect(lead).toMatchObject({ name: 'Ada', company: 'Acme', stage: { key: 'qualified' } });
    const { lead: read } = await workspace.graph.ask<{ lead: { notes: { nodes: { body: string }[] } } }>(
      'query ($id: ID!) { lead(id: $id) { notes { nodes { body } } } }',
      { id: lead?.id },
    );
    expect(read.notes.nodes.map(({ body }) => body).join()).toContain('Mallory');
    expect(await deliveries(source)).toMatchObject([{ outcome: 'UPDATED' }]);
  });

  it('counts what is only noted as well, and not what says nothing new', async () => {
    const source = await form({ leadsPerHour: 2 });
    const email = someone();
    await workspace.graph.ask(
      'mutation ($email: String!) { createLead(input: { email: $email, name: "Ada" }) { lead { id } } }',
      { email },
    );
    const said = ['Mallory', 'Trudy', 'Eve'];
    const statuses: number[] = [];
    for (const name of said) statuses.push((await post(source, { email, name })).status);
    expect(statuses).toEqual([202, 202, 429]);
    const outcomes = (await deliveries(source)).map(({ outcome }) => outcome).toSorted();
    expect(outcomes).toEqual(['OVER_BUDGET', 'UPDATED', 'UPDATED']);
    const other = await form();
    expect((await post(other, { email, name: 'Ada' })).status).toBe(202);
    expect(await deliveries(other)).toMatchObject([{ outcome: 'UNCHANGED' }]);
  });

  it('takes as many as its hour holds, from however many at once, and then says when to come again', async () => {
    const source = await form({ leadsPerHour: 3 });
    const emails = Array.from({ length: 6 }, someone);
    const answers = await Promise.all(emails.map((email) => post(source, { email })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 202, 202, 429, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('3600');
    clock.advance(60 * 60 * 1000 + 1);
    expect((await post(source, { email: someone() })).status).toBe(202);
  });

  it('is told once where the same comes twice, whatever the second one finds', async () => {
    const source = await form();
    const body = { name: 'Nobody With An Address', message: randomUUID() };
    const answers = await Promise.all([post(source, body), post(source, body)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect((await deliveries(source)).map(({ outcome }) => outcome).toSorted()).toEqual(['CREATED', 'REPEATED']);
  });

  it('lets pages of any origin ask first, and is posted to alone', async () => {
    const source = await form();
    const asked = await fetch(here(source), { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'POST']);
    const got = await fetch(here(source));
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  });
});

describe('what signs', () => {
  it('moves a lead on to its stage, and never back', async () => {
    const agent = await make({ type: 'API_SDR', targetStage: 'qualified' });
    const email = someone();
    expect((await post(agent, { email, firstName: 'Ada', lastName: 'Lovelace' }, bearer(agent))).status).toBe(202);
    const on = await make({ type: 'API_SDR', targetStage: 'won' });
    expect((await post(on, { email }, bearer(on))).status).toBe(202);
    expect(await leads(email)).toMatchObject([{ name: 'Ada Lovelace', stage: { key: 'won' } }]);
    expect((await post(agent, { email, phone: '+1 555 0100' }, bearer(agent))).status).toBe(202);
    expect(await leads(email)).toMatchObject([{ stage: { key: 'won' } }]);
  });

  it('is believed by its Bearer secret, and for a tool by its signature of the very bytes', async () => {
    const source = await tool({ mapping: { email: '/contact/email', name: '/contact/names/0' } });
    const secret = source.secret ?? '';
    const email = someone();
    const body = JSON.stringify({ contact: { email, names: ['Grace Hopper'] }, title: 'No job' });
    const hex = createHmac('sha256', secret).update(body).digest('hex');
    const at = clock.now();
    const id = randomUUID();
    const standard = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    };
    const old = { ...standard, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000) - 301) };
    const tries: [Record<string, string>, number][] = [
      [{}, 401],
      [{ authorization: 'Bearer nonsense' }, 401],
      [{ 'x-signature-256': hex.replace(/^./, (first) => (first === '0' ? '1' : '0')) }, 401],
      [old, 401],
      [{ 'x-signature-256': hex }, 202],
      [{ 'x-hub-signature-256': `sha256=${hex}` }, 202],
      [standard, 202],
      [bearer(source), 202],
    ];
    for (const [headers, status] of tries)
      expect([headers, (await send(source, body, { ...asJson, ...headers })).status]).toEqual([headers, status]);
    expect((await send(source, `${body} `, { ...asJson, 'x-signature-256': hex })).status).toBe(401);
    const agent = await make({ type: 'API_SDR' });
    const signed = createHmac('sha256', agent.secret ?? '')
      .update(body)
      .digest('hex');
    expect((await send(agent, body, { ...asJson, 'x-signature-256': signed })).status).toBe(401);
    expect(await leads(email)).toMatchObject([{ name: 'Grace Hopper' }]);
    expect((await deliveries(source)).filter(({ outcome }) => outcome === 'REFUSED')).toMatchObject(
      Array.from({ length: 5 }, () => ({ body: null, reason: expect.stringContaining('Bearer') })),
    );
  });

  it('may be told to anybody where it does not sign, and is then believed as little as a form', async () => {
    const open = await tool({ signed: false, targetStage: 'won' });
    expect(open.secret).toBeNull();
    const email = someone();
    await workspace.graph.ask('mutation ($email: String!) { createLead(input: { email: $email }) { lead { id } } }', {
      email,
    });
    expect((await post(open, { email, name: 'Ada' })).status).toBe(202);
    expect(await leads(email)).toMatchObject([{ name: 'Ada', stage: { key: 'new' } }]);
  });

  it('rotates its secret with an overlap, one at a time, and a form its address', async () => {
    const rotate = async ({ syncSource: { id } }: Made, more = '') =>
      (
        await workspace.graph.ask<{ rotateSyncSourceSecret: Made }>(
          `mutation ($id: ID!) { rotateSyncSourceSecret(id: $id ${more}) { syncSource { id } url secret } }`,
          { id },
        )
      ).rotateSyncSourceSecret;
    const agent = await make({ type: 'API_SDR' });
    const next = await rotate(agent);
    expect([next.url, next.secret === agent.secret]).toEqual([null, false]);
    const say = (secret: Made) => post(agent, { email: someone() }, bearer(secret));
    expect([(await say(agent)).status, (await say(next)).status]).toEqual([202, 202]);
    await expect(rotate(agent)).rejects.toThrow(/under way/);
    clock.advance(24 * 60 * 60 * 1000 + 1);
    expect([(await say(agent)).status, (await say(next)).status]).toEqual([401, 202]);

    const page = await form();
    const moved = await rotate(page, ', overlapHours: 1');
    expect(moved.secret).toBeNull();
    const at = async (where: Made) => (await post(where, { email: someone() })).status;
    expect([await at(page), await at(moved)]).toEqual([202, 202]);
    clock.advance(60 * 60 * 1000 + 1);
    expect([await at(page), await at(moved)]).toEqual([404, 202]);
    await expect(rotate(await make({ type: 'GMAIL' }))).rejects.toThrow(/mailbox/);
  });
});
