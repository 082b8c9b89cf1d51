import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpError } from '../outside/mail/mail-server.ts';
import { type MailWorkers, openMailWorkers, stepsAt } from './mail-workers.ts';

let opened: MailWorkers;
let world: MailWorkers['world'];
let server: MailWorkers['server'];

beforeAll(async () => {
  opened = await openMailWorkers();
  ({ world, server } = opened);
});
afterAll(() => opened.close());
beforeEach(() => {
  server.behave({});
  server.taken.length = 0;
});

const turn = () => opened.turn();
const took = () => opened.took();
const states = (leadId: string) => opened.states(leadId);
const types = (leadId: string) => opened.types(leadId);
const write = (leadId: string, subject?: string) => opened.write(leadId, subject);

async function after(moment: Promise<void>, then: () => void): Promise<void> {
  await moment;
  then();
}

describe('drafts', () => {
  const drafted = async (leadId: string) => {
    const { draftEmail } = await world.graph.ask<{
      draftEmail: { email: { id: string; status: string; bodyText: string } };
    }>(
      'mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Offer a demo.") { email { id status bodyText } } }',
      { id: leadId },
    );
    return draftEmail.email;
  };

  it('are made of what is to be said, and go out once they are approved, as they were changed', async () => {
    const leadId = await world.lead();
    const { id, ...draft } = await drafted(leadId);
    expect(draft).toEqual({ status: 'DRAFT', bodyText: 'Hello Ada,\n\nOffer a demo.' });
    await turn();
    expect(took()).toEqual([]);
    await world.graph.ask('mutation ($id: ID!) { approveEmail(id: $id, subject: "A demo") { email { status } } }', {
      id,
    });
    await turn();
    expect(took().map(([, subject]) => subject)).toEqual(['A demo']);
    expect((await types(leadId)).filter((type) => type.startsWith('email.'))).toEqual([
      'email.draft_created',
      'email.approved',
      'email.sent',
    ]);
  });

  it('that are discarded never go out, and cannot be approved', async () => {
    const leadId = await world.lead();
    const { id } = await drafted(leadId);
    const discard = 'mutation ($id: ID!) { discardEmail(id: $id) { email { status } } }';
    expect(await world.graph.ask(discard, { id })).toEqual({ discardEmail: { email: { status: 'DISCARDED' } } });
    expect(await world.graph.ask(discard, { id })).toEqual({ discardEmail: { email: { status: 'DISCARDED' } } });
    const { errors } = await world.graph.send('mutation ($id: ID!) { approveEmail(id: $id) { email { id } } }', { id });
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    await turn();
    expect(took()).toEqual([]);
    // Told once, though it was discarded twice.
    expect((await types(leadId)).filter((type) => type.startsWith('email.'))).toEqual([
      'email.draft_created',
      'email.discarded',
    ]);
  });

  it('that were approved stay as they are: who approves them again is told so where they would be others', async () => {
    const leadId = await world.lead();
    const { id } = await drafted(leadId);
    const approve = (subject: string) =>
      world.graph.send(
        'mutation ($id: ID!, $subject: String) { approveEmail(id: $id, subject: $subject) { email { subject } } }',
        {
          id,
          subject,
        },
      );
    const [first, again] = [await approve('A demo'), await approve('A demo')];
    const approved = { approveEmail: { email: { subject: 'A demo' } } };
    expect([first.data, again.data]).toEqual([approved, approved]);
    const { errors } = await approve('Another one');
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    await turn();
    expect(took().map(([, subject]) => subject)).toEqual(['A demo']);
    expect((await approve('Another one')).errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
  });

  it('are made of each due mail of a campaign that asks for review, the next one waiting for it', async () => {
    const campaignId = await world.campaign({ review: true, steps: stepsAt(0, 1) });
    const leadId = await world.lead();
    await world.enrol(campaignId, leadId);
    await turn();
    world.hours(3);
    await turn();
    expect(took()).toEqual([]);
    expect(await states(leadId)).toEqual(['DRAFT', 'QUEUED']);
    const [first] = await world.emails(leadId);
    expect(first).toMatchObject({ subject: '1 for Ada' });
    await world.graph.ask('mutation ($id: ID!) { approveEmail(id: $id) { email { id } } }', {
      id: `mail_${first?.id}`,
    });
    await turn();
    expect(took().map(([, subject]) => subject)).toEqual(['1 for Ada']);
  });
});

describe('a lead that unsubscribed', () => {
  const unsubscribe = (id: string) =>
    world.graph.ask('mutation ($id: ID!) { unsubscribeLead(id: $id) { lead { id } } }', { id });

  const refusal = async (call: string, id: string | undefined) => {
    const { errors } = await world.graph.send(`mutation ($id: ID!) { ${call} { email { id } } }`, { id });
    return errors[0]?.extensions;
  };

  it('is sent nothing more that was queued, and nothing new is taken for it', async () => {
    const campaignId = await world.campaign({ steps: stepsAt(0, 1) });
    const leadId = await world.lead();
    await world.enrol(campaignId, leadId);
    await turn();
    await write(leadId);
    await unsubscribe(leadId);
    world.hours(5);
    await turn();
    expect(took()).toHaveLength(1);
    expect(await states(leadId)).toEqual(['SENT', 'SKIPPED', 'SKIPPED']);
    for (const call of [
      'sendEmail(leadId: $id, subject: "Hi", body: "Hello")',
      'draftEmail(leadId: $id, instructions: "Hi")',
    ])
      expect(await refusal(call, leadId)).toMatchObject({ code: 'CONFLICT', reason: 'unsubscribed' });
  });

  it('keeps drafts from being approved, of a campaign and of people', async () => {
    const campaignId = await world.campaign({ review: true });
    const leadId = await world.lead();
    await world.enrol(campaignId, leadId);
    await turn();
    const { draftEmail } = await world.graph.ask<{ draftEmail: { email: { id: string } } }>(
      'mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Hi") { email { id } } }',
      { id: leadId },
    );
    const [ofCampaign] = await world.emails(leadId);
    await unsubscribe(leadId);
    expect(await refusal('approveEmail(id: $id)', draftEmail.email.id)).toMatchObject({ reason: 'unsubscribed' });
    expect(await refusal('approveEmail(id: $id)', `mail_${ofCampaign?.id}`)).toMatchObject({ code: 'CONFLICT' });
    await turn();
    expect(took()).toEqual([]);
    expect((await states(leadId)).toSorted()).toEqual(['DRAFT', 'SKIPPED']);
  });
});

it('no draft is made for who asked for no more mail as another lead', async () => {
  const email = `${crypto.randomUUID()}@example.com`;
  const [one, another] = [await world.lead({ email }), await world.lead({ email, allowDuplicate: true })];
  await world.enrol(await world.campaign({ review: true }), one);
  await world.graph.ask('mutation ($id: ID!) { unsubscribeLead(id: $id) { lead { id } } }', { id: another });
  await turn();
  expect(await states(one)).toEqual(['SKIPPED']);
  expect(await types(one)).not.toContain('email.draft_created');
});

describe('a lead that gets the address of one that unsubscribed', () => {
  const change = async (mutation: string, id: string) =>
    (await world.graph.send(`mutation ($id: ID!) { ${mutation}(id: $id) { __typename } }`, { id })).errors[0]
      ?.extensions;

  it('is sent nothing that was queued before, and its draft waits until that is lifted', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const gone = await world.lead({ email });
    const leadId = await world.lead();
    await world.enrol(await world.campaign(), leadId);
    await write(leadId);
    const { draftEmail } = await world.graph.ask<{ draftEmail: { email: { id: string } } }>(
      'mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Hi") { email { id } } }',
      { id: leadId },
    );
    await change('unsubscribeLead', gone);
    await world.change(leadId, { email });
    world.hours(2);
    await turn();
    expect(took()).toEqual([]);
    expect((await states(leadId)).toSorted()).toEqual(['DRAFT', 'SKIPPED', 'SKIPPED']);
    expect(await change('approveEmail', draftEmail.email.id)).toMatchObject({ reason: 'unsubscribed' });
    await change('resubscribeLead', gone);
    expect(await change('approveEmail', draftEmail.email.id)).toBeUndefined();
    world.hours(1);
    await turn();
    expect(took().map(([to]) => to)).toEqual([email]);
  });
});

describe('a lead that leaves its campaign', () => {
  it('gets no mail that comes back to the queue afterwards', async () => {
    const { promise: asked, resolve: begin } = Promise.withResolvers<void>();
    const { promise: goOn, resolve: refuse } = Promise.withResolvers<void>();
    server.behave({
      onTaken: (done) => {
        begin();
        void after(goOn, () => done(smtpError(451)));
      },
    });
    const leadId = await world.lead();
    await world.enrol(await world.campaign(), leadId);
    const sending = turn();
    await asked;
    const [enrolment] = await world.enrolments(leadId);
    await world.graph.ask('mutation ($id: ID!) { stopEnrolment(id: $id) { enrolment { id } } }', {
      id: enrolment?.id,
    });
    refuse();
    await sending;
    server.behave({});
    world.hours(1);
    await turn();
    expect(took()).toEqual([]);
    expect(await states(leadId)).toEqual(['SKIPPED']);
  });

  it('is not lost to a campaign that is deleted while its mail is on its way', async () => {
    const { promise: asked, resolve: begin } = Promise.withResolvers<void>();
    const { promise: goOn, resolve: accept } = Promise.withResolvers<void>();
    server.behave({
      onTaken: (done) => {
        begin();
        void after(goOn, () => done());
      },
    });
    const campaignId = await world.campaign();
    const leadId = await world.lead();
    await world.enrol(campaignId, leadId);
    const sending = turn();
    await asked;
    const { errors } = await world.graph.send('mutation ($id: ID!) { deleteCampaign(id: $id) { campaign { id } } }', {
      id: campaignId,
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    accept();
    await sending;
    expect(await states(leadId)).toEqual(['SENT']);
  });
});
