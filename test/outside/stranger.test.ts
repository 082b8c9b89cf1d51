import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import { createRestClient, type RestClient } from '../support/rest-client.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { modelAt, openChatCompletions, saying } from './chat-completions-server.ts';
import { openLibreTranslate } from './libre-translate-server.ts';
import { mailBy, type MailServer, openMailServer } from './mail/mail-server.ts';
import { answerJson, openProviderServer, type ProviderServer } from './provider-server.ts';

const clock = createTestClock();
let app: TestApp;
let staff: TestWorkspace;
let model: ProviderServer;
let translator: ProviderServer;
let enricher: ProviderServer;
let mailServer: MailServer;

beforeAll(async () => {
  model = await openChatCompletions();
  translator = await openLibreTranslate();
  enricher = await openProviderServer(answerJson({ status: 'complete', companyName: 'Bright Group' }));
  mailServer = await openMailServer();
  app = await startTestApp({
    clock,
    outside: {
      translate: { url: translator.url, apiKey: 'the key' },
      model: modelAt(model.url, true),
      enrich: { url: enricher.url, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
      mail: mailBy(mailServer),
    },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
  staff = await app.workspace('Operators');
});
afterAll(async () => {
  await app.close();
  await Promise.all([model.close(), translator.close(), enricher.close(), mailServer.close()]);
});

/** Who signs up: their key speaks ClawCRM and GraphQL, an agent's Quincer, and their page has a chat. */
type Stranger = {
  readonly orgId: string;
  readonly graph: GraphClient;
  readonly clawcrm: RestClient;
  readonly agent: RestClient;
  readonly visitor: () => Visitor;
  readonly campaignId: string;
};

async function signUp(email: string): Promise<Stranger> {
  const signedUp = await createRestClient(app.url, '').send('POST', '/api/openclaw/signup', { email });
  const { apiKey, orgId } = signedUp.body as { apiKey: string; orgId: string };
  const graph = createGraphClient(app.url, apiKey);
  const { createWidget: widget } = await graph.ask<{ createWidget: { key: string } }>(
    'mutation { createWidget(input: { name: "Site" }) { key } }',
  );
  const { connectOpenClaw: agent } = await graph.ask<{ connectOpenClaw: { secret: string } }>(
    'mutation { connectOpenClaw { secret } }',
  );
  const { createCampaign: made } = await graph.ask<{ createCampaign: { campaign: { id: string } } }>(
    `mutation { createCampaign(input: { name: "Hi", trigger: MANUAL, aiEnabled: true, steps: [{ subject: "Hi", body: "Hello", delayHours: 0 }] }) {
      campaign { id } } }`,
  );
  return {
    orgId,
    graph,
    clawcrm: createRestClient(app.url, apiKey),
    agent: createRestClient(app.url, agent.secret),
    visitor: () => createVisitor(app.url, widget.key),
    campaignId: made.campaign.id,
  };
}

const clawcrmId = (leadId: string) => leadId.replace('ld_', 'rp_');

async function newLead({ graph }: Pick<Stranger, 'graph'>, email: string): Promise<string> {
  const { createLead: made } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($email: String!) { createLead(input: { firstName: "Jane", email: $email }) { lead { id } } }',
    { email },
  );
  return made.lead.id;
}

const write = (leadId: string) =>
  [
    'mutation ($id: ID!) { sendEmail(leadId: $id, subject: "A word", body: "Hello") { email { id } } }',
    { id: leadId },
  ] as const;

const draft = async ({ graph }: Stranger, leadId: string) =>
  (
    await graph.ask<{ draftEmail: { email: { aiWritten: boolean; bodyText: string } } }>(
      'mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Offer a demo") { email { aiWritten bodyText } } }',
      { id: leadId },
    )
  ).draftEmail.email;

const enrich = async ({ clawcrm }: Stranger, leadId: string) =>
  (await clawcrm.send('POST', '/api/openclaw/enrich', { leadId: clawcrmId(leadId) })).body as {
    status: string;
    lead: { companyName: string | null };
    next_steps: string[];
  };

const enrol = async ({ clawcrm, campaignId }: Stranger, leadId: string) =>
  (
    await clawcrm.send('POST', `/api/openclaw/campaigns/${campaignId}/enroll`, {
      leadId: clawcrmId(leadId),
    })
  ).body as { warnings: string[] };

/** A person's reply to a visitor who reads Spanish. */
async function replyAs({ agent }: Stranger, visitor: Visitor) {
  const said = await visitor.say('Hola, busco una cocina de roble', undefined, { visitor: { language: 'es' } });
  const id = said.body.conversation_id;
  await agent.send('POST', `/api/v1/conversations/${id}/takeover`);
  const { body } = await agent.send('POST', `/api/v1/conversations/${id}/reply`, { message: 'Good morning' });
  return body as { content: string; translated: boolean };
}

const capabilities = ['MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT'] as const;

const standing = async ({ graph }: Stranger) =>
  (
    await graph.ask<{ integrations: { capability: string; state: string; detail: string }[] }>(
      '{ integrations { capability state detail } }',
    )
  ).integrations.filter(({ capability }) => capabilities.some((name) => name === capability));

const test = 'mutation ($c: OutsideCapability!) { testIntegration(capability: $c) { works error } }';

/** Waits until an operator's mail that is due from now on has left. */
async function mailRound(): Promise<void> {
  const email = `${crypto.randomUUID()}@operators.test`;
  await staff.graph.ask(...write(await newLead(staff, email)));
  await expect
    .poll(
      () => {
        clock.advance(60_000);
        return mailServer.taken.some(({ to }) => to === email);
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

async function expectMailed(...addresses: string[]): Promise<void> {
  await expect
    .poll(
      () => {
        clock.advance(60_000);
        return toStrangers().toSorted();
      },
      { timeout: 30_000 },
    )
    .toEqual(addresses);
}

const toStrangers = () => mailServer.taken.filter(({ to }) => !to.endsWith('@operators.test')).map(({ to }) => to);

const byRules = /automated assistant\. It follows fixed rules/;
const grants = 'setOutsideCapabilities';

describe('a workspace that signed itself up', () => {
  it('mails nobody and has no provider asked until staff grants it, says so everywhere, and then does all of it', async () => {
    const stranger = await signUp('ada@stranger.test');
    const { graph } = stranger;
    const leadId = await newLead(stranger, 'jane@bright-dental.com');

    const chat = stranger.visitor();
    const first = await chat.say('What do you sell? I am Bob, bob@acme.test');
    expect(first.body.reply?.content).toMatch(byRules);
    expect(await replyAs(stranger, stranger.visitor())).toMatchObject({ content: 'Good morning', translated: false });
    expect(await draft(stranger, leadId)).toMatchObject({ aiWritten: false });
    expect(await enrich(stranger, leadId)).toMatchObject({
      status: 'complete',
      lead: { companyName: 'Bright Dental' },
    });
    expect((await enrol(stranger, leadId)).warnings).toEqual([
      'The workspace may not send mail yet: what is due stays in the queue until the operator grants it.',
    ]);
    const refused = await graph.send(...write(leadId));
    expect(refused.errors[0]).toMatchObject({
      message: `This workspace may not send mail yet: staff grants MAIL with ${grants}.`,
      extensions: { code: 'FORBIDDEN' },
    });
    for (const { state, detail } of await standing(stranger))
      expect([state, detail]).toEqual(['NOT_GRANTED', expect.stringContaining(grants)]);
    for (const c of capabilities)
      expect((await graph.send(test, { c })).errors[0]).toMatchObject({
        message: expect.stringContaining(grants),
        extensions: { code: 'CONFLICT' },
      });
    // One turn after the other: as the second mail left, the first turn was over.
    await mailRound();
    await mailRound();
    expect([model.asked, translator.asked, enricher.asked, toStrangers()]).toEqual([[], [], [], []]);
    const kept = await app.database.prisma.providerCall.count({ where: { orgId: stranger.orgId.slice(4) } });
    expect(kept).toBe(0);

    await staff.graph.ask(
      'mutation ($id: ID!, $c: [OutsideCapability!]!) { setOutsideCapabilities(organisationId: $id, capabilities: $c) { organisation { id } } }',
      { id: stranger.orgId, c: capabilities },
    );
    expect((await standing(stranger)).map(({ state }) => state)).toEqual(capabilities.map(() => 'CONNECTED'));
    for (const c of capabilities)
      expect(await graph.ask(test, { c })).toEqual({ testIntegration: { works: true, error: null } });
    const again = await chat.say('And in beech?', first.body.conversation_id);
    expect(again.body.reply?.content).toBe('We sell oak kitchens.');
    expect((await stranger.visitor().say('What do you sell?')).body.reply?.content).toBe('We sell oak kitchens.');
    expect(await replyAs(stranger, stranger.visitor())).toMatchObject({
      content: '[es] Good morning',
      translated: true,
    });
    model.become(saying(JSON.stringify({ subject: 'A demo', body: 'Hello Jane' })));
    expect(await draft(stranger, leadId)).toEqual({ aiWritten: true, bodyText: 'Hello Jane' });
    const other = await newLead(stranger, 'joe@bright-dental.com');
    expect(await enrich(stranger, other)).toMatchObject({ status: 'complete', lead: { companyName: 'Bright Group' } });
    await expectMailed('jane@bright-dental.com');
    expect((await enrol(stranger, other)).warnings).toEqual([]);
    await graph.ask(...write(await newLead(stranger, 'jim@bright-dental.com')));
    await expectMailed('jane@bright-dental.com', 'jim@bright-dental.com', 'joe@bright-dental.com');
    expect(enricher.asked).toHaveLength(1);
  });
});
