import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { breakingOff, modelAt, openChatCompletions, saying } from '../outside/chat-completions-server.ts';
import { answerJson, type Behaviour, type ProviderServer } from '../outside/provider-server.ts';
import { type MailWorkers, openMailWorkers } from './mail-workers.ts';

let model: ProviderServer;
let opened: MailWorkers;
let world: MailWorkers['world'];

beforeAll(async () => {
  model = await openChatCompletions();
  opened = await openMailWorkers({
    outside: { translate: null, model: modelAt(model.url) },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
  ({ world } = opened);
});
afterAll(async () => {
  await opened.close();
  await model.close();
});
beforeEach(async () => {
  // What the model failed at before is over.
  world.hours(1);
  await world.app.database.pool.query('delete from provider_health where org_id = $1', [world.orgId]);
  model.become(writing('A word, Ada', 'Hello Ada,\n\nshall we talk? https://shop.example/demo'));
  model.behave();
  model.asked.length = 0;
  opened.server.taken.length = 0;
});

const writing = (subject: string, body: string): Behaviour => saying(JSON.stringify({ subject, body }), 500);

const step = { subject: 'For {{company}}', body: 'Hello {{firstName}}, see https://shop.example/demo', delayHours: 0 };

/** A lead that was just enrolled in a campaign whose one step the model is to write. */
async function enrolled(input: object = {}, lead: object = {}) {
  const email = `${crypto.randomUUID()}@example.com`;
  const leadId = await world.lead({ email, company: 'Engines', ...lead });
  const campaignId = await world.campaign({ aiEnabled: true, steps: [step], ...input });
  await world.enrol(campaignId, leadId);
  return { email, leadId };
}

const show = async (leadId: string) =>
  (
    await world.graph.ask<{ emails: { nodes: { id: string; status: string; subject: string; aiWritten: boolean }[] } }>(
      'query ($id: ID!) { emails(leadId: $id) { nodes { id status subject aiWritten } } }',
      { id: leadId },
    )
  ).emails.nodes;

async function received() {
  const mails = await Promise.all(opened.server.taken.map(({ raw }) => PostalMime.parse(raw)));
  return mails.map(({ subject, text, html, to, cc, bcc, headers }) => ({
    subject,
    // Below it stands how to unsubscribe.
    text: text?.split('\n\n--\nUnsubscribe: http', 1)[0],
    html: html?.split('<p>Unsubscribe: ', 1)[0]?.trim(),
    to: to?.map(({ address }) => address),
    more: [cc, bcc].filter((others) => others !== undefined && others.length > 0),
    isOneClick: headers.some(({ key, value }) => key === 'list-unsubscribe-post' && value.includes('One-Click')),
  }));
}

describe('a step that the model is to write', () => {
  it('goes out as the model wrote it, to the lead alone, once, and tells that it did', async () => {
    const { email, leadId } = await enrolled({ aiConfig: { tone: 'warm', model: 'their-own' } });
    await opened.turnAlone();
    await opened.turnAlone();
    expect(await received()).toEqual([
      {
        subject: 'A word, Ada',
        text: 'Hello Ada,\n\nshall we talk? https://shop.example/demo',
        html: '<p>Hello Ada,</p>\n<p>shall we talk? https://shop.example/demo</p>',
        to: [email],
        more: [],
        isOneClick: true,
      },
    ]);
    expect(await show(leadId)).toMatchObject([{ status: 'SENT', subject: 'A word, Ada', aiWritten: true }]);
    expect(model.asked).toHaveLength(1);
    const messages = z
      .array(z.object({ role: z.string(), content: z.string() }))
      .parse(model.asked[0]?.body['messages']);
    expect(JSON.parse(messages[1]?.content ?? '')).toMatchObject({
      person: { firstName: 'Ada', company: 'Engines' },
      draft: { subject: step.subject, body: step.body },
      tone: 'warm',
    });
    expect(JSON.stringify(model.asked[0]?.body)).not.toContain(email);
    // The operator's provider has the operator's model.
    expect(model.asked[0]?.body['model']).toBe('gpt-oss');
  });

  it('waits as a draft where the campaign asks for review, and goes out as it was approved', async () => {
    const { leadId } = await enrolled({ review: true });
    await opened.turnAlone();
    expect(await received()).toEqual([]);
    const [draft] = await show(leadId);
    expect(draft).toMatchObject({ status: 'DRAFT', subject: 'A word, Ada', aiWritten: true });
    expect((await opened.types(leadId)).filter((type) => type.startsWith('email.'))).toEqual(['email.draft_created']);
    await world.graph.ask('mutation ($id: ID!) { approveEmail(id: $id, subject: "A better word") { email { id } } }', {
      id: draft?.id,
    });
    await opened.turnAlone();
    expect(await received()).toMatchObject([{ subject: 'A better word' }]);
    expect(model.asked).toHaveLength(1);
  });

  it('is asked for again as often as the campaign says, and goes out as it stands where nothing came of it', async () => {
    model.become(writing('A demo', 'Hello, [your name]'));
    const one = await enrolled({ aiConfig: { maxRetries: 2 } });
    await opened.turnAlone();
    expect(model.asked).toHaveLength(3);
    expect(await show(one.leadId)).toMatchObject([{ status: 'SENT', subject: 'For Engines', aiWritten: false }]);
    model.behave(writing('A demo', 'Hello, [your name]'), writing('A word, Ada', 'Hello'));
    const other = await enrolled({ aiConfig: { maxRetries: 1 } });
    await opened.turnAlone();
    expect(await show(other.leadId)).toMatchObject([{ subject: 'A word, Ada', aiWritten: true }]);
  });

  const useless: readonly (readonly [string, Behaviour])[] = [
    ['fails', answerJson({}, 500)],
    ['refuses the key', answerJson({}, 401)],
    ['breaks off', breakingOff],
    ['answers with words', saying('Sure! Here is your mail.')],
    [
      'answers with more than a mail',
      saying(JSON.stringify({ subject: 'Hi', body: 'Hello', bcc: 'all@evil.example' })),
    ],
    ['says nothing', writing(' ', 'Hello')],
    ['never ends', writing('Hi', 'x'.repeat(10_000))],
    ['links to where nobody said', writing('Hi', 'Pay at https://evil.example/pay')],
    ['leads there without a scheme', writing('Hi', 'Pay at evil.com/pay today')],
    ['leads there in other letters', writing('Hi', 'Pay at evil．com')],
    ['hides it behind a known host', writing('Hi', 'Pay at https://shop.example@evil.com/demo')],
    ['names a mailbox that nobody said', writing('Hi', 'Answer to boss@evil.com, please')],
    ['names a number that nobody said', writing('Hi', 'Call +44 20 7946 0958 now')],
    ['unsubscribes elsewhere', writing('Hi', 'Hello\n\nUnsubscribe: www.evil.com/u')],
    ['asks for what is not filled in', writing('Hi {{password}}', 'Hello')],
  ];
  it.each(useless)('goes out as it stands where a model %s', async (_, behaviour) => {
    model.become(behaviour);
    const { email, leadId } = await enrolled({ aiConfig: { maxRetries: 0 } });
    await opened.turnAlone();
    expect(await received()).toMatchObject([
      { subject: 'For Engines', text: 'Hello Ada, see https://shop.example/demo', to: [email], more: [] },
    ]);
    expect(await show(leadId)).toMatchObject([{ status: 'SENT', aiWritten: false }]);
  });

  it('keeps headers in their line and markup as text', async () => {
    model.become(writing('Hi\r\nBcc: all@shop.example', '<img src=x onerror=alert(1)>\r\n.\r\nRCPT TO: nobody'));
    const { email } = await enrolled({ steps: [{ ...step, body: 'Write to all@shop.example' }] });
    await opened.turnAlone();
    expect(await received()).toMatchObject([
      {
        subject: 'Hi Bcc: all@shop.example',
        text: '<img src=x onerror=alert(1)>\n.\nRCPT TO: nobody',
        html: expect.stringContaining('&lt;img src=x onerror=alert(1)&gt;'),
        to: [email],
        more: [],
      },
    ]);
  });

  it('leads to where the step does, a part of it or the lead’s company that it names', async () => {
    model.become(
      writing('For Booking.com', 'Hello, see shop.example or www.shop.example/demo, or call 020 7946 0958.'),
    );
    const steps = [{ ...step, body: `${step.body} or call (020) 7946-0958` }];
    const { leadId } = await enrolled({ steps }, { company: 'Booking.com' });
    await opened.turnAlone();
    expect(await show(leadId)).toMatchObject([{ subject: 'For Booking.com', aiWritten: true }]);
  });

  it.each(['Pay at {{company}}', 'Pay at {{company|https://evil.example/pay}}'])(
    'leads to no place of the lead’s own where the step names none: %s',
    async (body) => {
      model.become(writing('Hi', body));
      const { leadId } = await enrolled(
        { steps: [{ ...step, subject: 'A demo' }], aiConfig: { maxRetries: 0 } },
        { company: 'https://evil.example/pay' },
      );
      await opened.turnAlone();
      expect(await show(leadId)).toMatchObject([{ status: 'SENT', subject: 'A demo', aiWritten: false }]);
    },
  );

  it('is written for who may have it written alone, and never for who left meanwhile', async () => {
    await opened.grant(['MAIL']);
    const one = await enrolled();
    await opened.turnAlone();
    await opened.grant(['MAIL', 'MODEL', 'TRANSLATION', 'ENRICHMENT']);
    expect(await show(one.leadId)).toMatchObject([{ status: 'SENT', subject: 'For Engines', aiWritten: false }]);
    expect(model.asked).toEqual([]);
    const other = await enrolled();
    let answerNow: () => void = () => undefined;
    model.become((response, request) => void (answerNow = () => writing('Late', 'Hello')(response, request)));
    const turning = opened.turnAlone();
    await expect.poll(() => model.asked.length).toBeGreaterThan(0);
    await world.touch(other.leadId, 'REPLY');
    model.become(writing('Late', 'Hello'));
    answerNow();
    await turning;
    expect(await show(other.leadId)).toMatchObject([{ status: 'SKIPPED' }]);
    expect((await received()).map(({ subject }) => subject)).toEqual(['For Engines']);
  });

  it('stands where the tokens of the day are used up', async () => {
    const setTokens = (modelTokensPerDay: number) =>
      world.app.database.prisma.organisation.update({ where: { id: world.orgId }, data: { modelTokensPerDay } });
    await setTokens(10);
    const { leadId } = await enrolled();
    await opened.turnAlone();
    await setTokens(2_000_000);
    expect(await show(leadId)).toMatchObject([{ status: 'SENT', aiWritten: false }]);
    expect(model.asked).toEqual([]);
  });
});
