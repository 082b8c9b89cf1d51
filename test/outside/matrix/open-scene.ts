import { expect } from 'vitest';
import { createRestClient } from '../../support/rest-client.ts';
import { createVisitor } from '../../support/visitor.ts';
import type { Stand } from './stand.ts';
import type { Provider } from './troubles.ts';

const byRules = /automated assistant\. It follows fixed rules/;

type Told = { readonly capability: string; readonly error: string | null; readonly tries: number };
type Standing = { readonly capability: string; readonly state: string; readonly lastError: string | null };

/** A workspace where each provider is about to be needed: a chat, a visitor whom a person talks to, leads, mail, calendars, a mailbox. */
export async function openScene({ app, clock, mail, openMailbox, token }: Stand) {
  const workspace = await app.workspace();
  const { graph, keys, widgetId, orgId, quincer } = workspace;
  const { prisma, pool } = app.database;
  const clawcrm = createRestClient(app.url, keys.clawcrm);
  const visitor = createVisitor(app.url, keys.widget);
  const mailbox = openMailbox();
  const statuses: number[] = [];
  const noted = <A extends { readonly status: number }>(answer: A): A => {
    statuses.push(answer.status);
    return answer;
  };
  const lead = async () => {
    const email = `${crypto.randomUUID()}@bright-dental.com`;
    const { createLead: made } = await graph.ask<{ createLead: { lead: { id: string } } }>(
      'mutation ($email: String!) { createLead(input: { firstName: "Jane", email: $email }) { lead { id } } }',
      { email },
    );
    return { id: made.lead.id, email };
  };

  // What the visitors write is in their agents' language: only replies are translated.
  await graph.ask('mutation { setUpWorkspace(input: { organisation: { agentLanguage: "es" } }) { movedLeads } }');
  const { sendVisitorMessage: held } = await graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
    'mutation ($w: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "Hola", visitor: { language: "es" } }) { conversation { id } } }',
    { w: widgetId },
  );
  const talk = `/api/v1/conversations/${held.conversation.id.replace('cv_', '')}`;
  await quincer.send('POST', `${talk}/takeover`);
  const [enriched, writtenTo] = [await lead(), await lead()];
  // How the model answered that greeting tells nothing of what is to come.
  for (const table of ['provider_calls', 'provider_health'])
    await pool.query(`delete from ${table} where org_id = $1`, [orgId]);

  const row = () => prisma.scheduledEmail.findFirstOrThrow({ where: { orgId } });

  async function connect(provider: 'CALENDLY' | 'CAL_COM') {
    const { errors } = noted(
      await graph.send(
        'mutation ($input: ConnectCalendarInput!) { connectCalendar(input: $input) { calendar { connected } } }',
        { input: { provider, token } },
      ),
    );
    const [error] = errors;
    if (!error) return { connected: true };
    const { code, retryAfterSeconds } = error.extensions;
    return { code, message: error.message, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  }

  return {
    workspace,
    statuses,
    /** What came to the lead that is written to. */
    mails: () => mail.taken.filter(({ to }) => to === writtenTo.email).length,
    /** Waits until the mail is as it should be, however long it takes by the clock. */
    async untilMail(state: string): Promise<void> {
      await expect
        .poll(
          async () => {
            clock.advance(60_000);
            return (await row()).state;
          },
          { timeout: 30_000 },
        )
        .toBe(state);
    },
    /** What was said to the visitor whom a person talks to, as agents read it. */
    async said(): Promise<string[]> {
      const { body } = noted(await quincer.get(talk));
      return (body as { messages: { content: string }[] }).messages.map(({ content }) => content);
    },
    async told(): Promise<{ readonly integrations: readonly Standing[]; readonly calls: readonly Told[] }> {
      const { integrations, providerCalls } = await graph.ask<{
        integrations: Standing[];
        providerCalls: { nodes: Told[] };
      }>('{ integrations { capability state lastError } providerCalls { nodes { capability error tries } } }');
      return { integrations, calls: providerCalls.nodes };
    },
    /** Needs each provider once, and answers what is shown to whoever needed it. */
    see: {
      async MODEL() {
        const { body } = noted(await visitor.say('Hola?', undefined, { visitor: { language: 'es' } }));
        const said = body.reply?.content ?? '';
        return { reply: byRules.test(said) ? 'rules' : said };
      },
      async TRANSLATION() {
        const { body } = noted(await quincer.send('POST', `${talk}/reply`, { message: 'Good morning' }));
        const { content, translated } = body as { content: string; translated: boolean };
        return { content, translated };
      },
      async ENRICHMENT() {
        const asked = { leadId: enriched.id.replace('ld_', 'rp_'), force: true };
        const { body } = noted(await clawcrm.send('POST', '/api/openclaw/enrich', asked));
        const {
          status,
          error,
          lead: found,
        } = body as {
          status: string;
          error: string | null;
          lead: { companyName: string | null };
        };
        return { status, error, companyName: found.companyName };
      },
      async MAIL() {
        const write = 'mutation ($id: ID!) { sendEmail(leadId: $id, subject: "Hi", body: "Hello") { email { id } } }';
        noted(await graph.send(write, { id: writtenTo.id }));
        await expect
          .poll(
            async () => {
              clock.advance(1000);
              const { state, error } = await row();
              return state !== 'CLAIMED' && (state !== 'QUEUED' || error !== null);
            },
            { timeout: 60_000 },
          )
          .toBe(true);
        const { state, error } = await row();
        return { state, error };
      },
      CALENDLY: () => connect('CALENDLY'),
      CAL_COM: () => connect('CAL_COM'),
      MAILBOX: () =>
        mailbox.read().then(
          (told) => ({ told }),
          (error: unknown) => ({ error: error instanceof Error ? error.message : null }),
        ),
    } satisfies Record<Provider, () => Promise<object>>,
    /** The mails that the mailbox told of. */
    reported: mailbox.told,
  };
}
