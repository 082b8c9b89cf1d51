import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../../gateway.ts';
import { type Clawcrm, errorWith, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/enrich/spider-web';

async function newLead(input: object): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  return `rp_${bare((await api.graph(create, { input })).createLead.lead.id)}`;
}

describe('200', () => {
  it('answers the leads that share something, and what', async () => {
    const leadId = await newLead({ email: 'jane@acme.com', company: 'Acme', phone: '+1 555 123 4567' });
    const colleague = await newLead({ firstName: 'John', email: 'john@acme.com', company: 'ACME' });
    const sameNumber = await newLead({ phone: '15551234567' });
    await newLead({ email: 'jim@other.com' });
    const cursor = await api.cursor();
    const { status, json } = await api.post(path, { leadId });
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        leadId,
        connections: [
          {
            leadId: colleague,
            firstName: 'John',
            lastName: null,
            email: 'john@acme.com',
            phone: null,
            organizationName: 'ACME',
            companyName: null,
            linkedinUrl: null,
            stage: 'New',
            reasons: ['email_domain', 'company'],
          },
          expect.objectContaining({ leadId: sameNumber, reasons: ['phone'] }),
        ],
        total: 2,
        warnings: [],
        next_steps: [],
      },
    ]);
    expect(await api.cursor()).toBe(cursor);
  });

  it('answers none where nothing is shared', async () => {
    const leadId = await newLead({ email: 'jane@gmail.com' });
    expect((await api.post(path, { leadId })).json).toMatchObject({ connections: [], total: 0 });
  });
});

describe('400, 401, 403, 404 and 405', () => {
  it.each([{}, { leadId: 1 }, { leadId: nobody, depth: 2 }])('for %j', async (body) => {
    expect((await api.post(path, body)).json).toMatchObject(errorWith('invalid_request'));
  });

  it('refuse who may not, and what is not there', async () => {
    const leadId = await newLead({});
    expect((await api.post(path, { leadId }, null)).status).toBe(401);
    expect((await api.post(path, { leadId }, await api.keyOf(['leads:write']))).json).toMatchObject(
      errorWith('missing_scope'),
    );
    for (const [id, key] of [
      [nobody, api.key],
      ['x', api.key],
      [leadId, await api.signUp()],
      [leadId, await api.keyOf(['leads:read'], await api.business())],
    ] as const) {
      expect((await api.post(path, { leadId: id }, key)).json).toMatchObject(errorWith('not_found', 'No such lead.'));
    }
    expect((await api.get(path)).status).toBe(405);
  });
});
