import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Campaigns, mail, openCampaigns } from '../campaigns/workspace.ts';

let world: Campaigns;
beforeAll(async () => void (world = await openCampaigns()));
afterAll(() => world.app.close());

/** A lead with two mails of a campaign before it, the first of which went out and carries a token. */
async function written() {
  const leadId = await world.lead();
  const campaignId = await world.campaign({ steps: [mail(), mail(24)] });
  await world.enrol(campaignId, leadId);
  const [first] = await world.emails(leadId);
  const { lead } = await world.graph.ask<{ lead: { email: string } }>('query ($id: ID!) { lead(id: $id) { email } }', {
    id: leadId,
  });
  const token = randomBytes(32).toString('base64url');
  await world.app.database.prisma.scheduledEmail.updateMany({
    where: { orgId: world.orgId, id: first?.id ?? '' },
    data: {
      state: 'SENT',
      sentAt: world.clock.now(),
      toAddress: lead.email,
      unsubscribeHash: createHash('sha256').update(token).digest(),
    },
  });
  return { leadId, campaignId, email: lead.email, token };
}

const visit = (token: string, init: RequestInit = {}) => fetch(`${world.app.url}/unsubscribe/${token}`, init);

const oneClick = (token: string) =>
  visit(token, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });

async function standing(leadId: string): Promise<unknown> {
  const { lead } = await world.graph.ask<{ lead: { unsubscribedAt: string | null } }>(
    'query ($id: ID!) { lead(id: $id) { unsubscribedAt } }',
    { id: leadId },
  );
  return lead.unsubscribedAt;
}

describe('the link in a mail', () => {
  it('shows a page with one button, and changes nothing by being looked at', async () => {
    const { leadId, token } = await written();
    const response = await visit(token);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<form method="post"><button>Unsubscribe</button></form>');
    expect(text).not.toContain('<script');
    expect(text).not.toContain(token);
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await standing(leadId)).toBeNull();
  });

  it('unsubscribes in one click, as often as it is clicked: campaigns stop, and none begins', async () => {
    const { leadId, token } = await written();
    const at = world.clock.now().toISOString();
    expect((await oneClick(token)).status).toBe(200);
    expect(await standing(leadId)).toBe(at);
    expect(await world.enrolments(leadId)).toMatchObject([{ status: 'STOPPED', stopReason: 'unsubscribed' }]);
    expect((await world.emails(leadId)).map(({ state }) => state)).toEqual(['SENT', 'SKIPPED']);
    expect(await world.refusal(await world.campaign(), leadId)).toEqual(['CONFLICT', 'unsubscribed']);
    const cursor = await world.graph.ask('{ eventCursor }');
    world.hours(1);
    expect((await oneClick(token)).status).toBe(200);
    expect([await standing(leadId), await world.graph.ask('{ eventCursor }')]).toEqual([at, cursor]);
  });

  it('outlives its campaign', async () => {
    const { leadId, campaignId, token } = await written();
    world.hours(49);
    await world.graph.ask('mutation ($id: ID!) { deleteCampaign(id: $id) { campaign { id } } }', { id: campaignId });
    expect((await world.emails(leadId)).map(({ state, campaignId: of }) => [state, of])).toEqual([['SENT', null]]);
    expect([(await visit(token)).status, (await oneClick(token)).status]).toEqual([200, 200]);
    expect(await standing(leadId)).toBe(world.clock.now().toISOString());
  });

  it('is told as a change of the lead, by the recipient', async () => {
    const { leadId, token } = await written();
    await visit(token, { method: 'POST' });
    const entry = await world.app.database.prisma.auditEntry.findFirst({
      where: { orgId: world.orgId, subjectId: leadId.slice('ld_'.length), action: 'lead.updated' },
      orderBy: { id: 'desc' },
    });
    expect(entry).toMatchObject({ requestId: 'recipient', apiKeyId: null, memberId: null });
  });

  it('unsubscribes whoever else of the workspace has that address, and nobody of another one', async () => {
    const { email, token } = await written();
    const twin = await world.lead({ email });
    const other = await world.app.workspace();
    const { createLead } = await other.graph.ask<{ createLead: { lead: { id: string } } }>(
      'mutation ($email: String) { createLead(input: { email: $email }) { lead { id } } }',
      { email },
    );
    await oneClick(token);
    expect(await standing(twin)).not.toBeNull();
    expect(
      await other.graph.ask('query ($id: ID!) { lead(id: $id) { unsubscribedAt } }', { id: createLead.lead.id }),
    ).toEqual({ lead: { unsubscribedAt: null } });
  });

  it('keeps campaigns and people from whichever lead gets the address later, until it is lifted', async () => {
    const { leadId, email, token } = await written();
    await oneClick(token);
    const twin = await world.lead({ email, allowDuplicate: true });
    const campaignId = await world.campaign();
    const refusals = async () => [
      await world.refusal(campaignId, twin),
      ...(await Promise.all(
        ['sendEmail(leadId: $id, subject: "Hi", body: "Hi")', 'draftEmail(leadId: $id, instructions: "Hi")'].map(
          async (call) =>
            (await world.graph.send(`mutation ($id: ID!) { ${call} { email { id } } }`, { id: twin })).errors.map(
              ({ extensions }) => extensions['reason'],
            ),
        ),
      )),
    ];
    expect(await refusals()).toEqual([['CONFLICT', 'unsubscribed'], ['unsubscribed'], ['unsubscribed']]);
    await world.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: leadId });
    expect(await world.refusal(campaignId, twin)).toEqual(['CONFLICT', 'unsubscribed']);
    await world.graph.ask('mutation ($id: ID!) { resubscribeLead(id: $id) { lead { id } } }', { id: twin });
    expect((await world.enrol(campaignId, twin)).errors).toEqual([]);
  });
});

it.each(['GET', 'POST'])(
  'a token that no mail carries is answered by %s as any address is where nothing is',
  async (method) => {
    for (const token of [randomBytes(32).toString('base64url'), 'short', '%00', '%ff', `${'a'.repeat(43)}%20`]) {
      const response = await visit(token, { method, headers: { accept: 'text/html' } });
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('There is nothing at this address.');
    }
  },
);
