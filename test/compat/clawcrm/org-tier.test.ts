import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let clawcrm: Clawcrm;
beforeAll(async () => void (clawcrm = await openClawcrm()));
afterAll(() => clawcrm.close());

const path = '/org/tier';
const upgradeUrl = 'http://tributary.test/pricing';

/** Leads put into the workspace of a key without a word. */
async function fill(key: string, count: number): Promise<void> {
  const orgId = String((await clawcrm.get(path, key)).json.orgId).slice('org_'.length);
  const stage = await clawcrm.database.prisma.stage.findFirstOrThrow({ where: { orgId } });
  const at = { createdAt: new Date(), updatedAt: new Date() };
  await clawcrm.database.prisma.lead.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      ...at,
      orgId,
      id: `01jqz5v8m3k9wfp2c7hx0d${1000 + n}`,
      stageId: stage.id,
      source: 'manual',
      targetType: 'customer_lead',
      context: {},
    })),
  });
}

describe('200', () => {
  it('answers plan, limits and use', async () => {
    const { status, json } = await clawcrm.get(path, await clawcrm.signUp());
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        orgId: expect.stringMatching(/^org_[0-9a-z]{26}$/),
        tier: 'free',
        limits: { leads: 100, campaigns: 3 },
        usage: { leads: 0, campaigns: 0 },
        upgrade_url: upgradeUrl,
        warnings: [],
        next_steps: [],
      },
    ]);
  });

  it.each([
    ['PRO', 1000],
    ['ULTRA', 5000],
  ])('answers what the plan %s holds: %i leads and any number of campaigns', async (tier, leads) => {
    const key = await clawcrm.signUp();
    const { orgId } = (await clawcrm.get(path, key)).json;
    await clawcrm.graph(
      'mutation ($id: ID!, $tier: Tier!) { setOrganizationTier(organisationId: $id, tier: $tier) { organisation { id } } }',
      { id: orgId, tier },
    );
    expect((await clawcrm.get(path, key)).json).toMatchObject({
      tier: tier.toLowerCase(),
      limits: { leads, campaigns: null },
    });
  });

  it('answers null where there is no limit', async () => {
    expect((await clawcrm.get(path)).json).toMatchObject({
      tier: 'unlimited',
      limits: { leads: null, campaigns: null },
      usage: { leads: 0 },
    });
  });

  it('warns from four fifths on, and says when no more can be made', async () => {
    const [near, full] = [await clawcrm.signUp(), await clawcrm.signUp()];
    await fill(near, 80);
    await fill(full, 100);
    expect((await clawcrm.get(path, near)).json).toMatchObject({
      warnings: ["80 of the plan's 100 leads are used."],
      next_steps: [`Ask a person to upgrade the plan at ${upgradeUrl}`],
    });
    const answer = (await clawcrm.get(path, full)).json;
    expect(answer.warnings).toEqual(["The plan's 100 leads are used up: no more can be made."]);
    const refused = await clawcrm.post('/leads', { firstName: 'Ada', email: 'ada@example.com' }, full);
    expect(refused).toMatchObject({
      status: 403,
      json: {
        ...errorWith('lead_limit_reached'),
        upgrade_url: upgradeUrl,
        next_steps: expect.arrayContaining(['GET /api/openclaw/org/tier']),
      },
    });
  });

  it('tells any key the plan, and its use only to who may see it', async () => {
    const orgKey = await clawcrm.keyOf(['tasks:read']);
    const locked = await clawcrm.keyOf(['leads:read', 'campaigns:read'], await clawcrm.business());
    for (const key of [orgKey, locked]) {
      expect((await clawcrm.get(path, key)).json).toMatchObject({
        tier: 'unlimited',
        usage: { leads: null, campaigns: null },
      });
    }
  });

  it('leads to a page that a person can read', async () => {
    const response = await fetch(`${clawcrm.url}/pricing`);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<td>1,000</td>')]);
  });
});

describe('400, 401 and 405', () => {
  it('takes no parameter, needs a key, and answers GET alone', async () => {
    expect((await clawcrm.get(`${path}?tier=pro`)).json).toMatchObject(errorWith('invalid_request'));
    expect((await clawcrm.get(path, null)).json).toMatchObject(errorWith('unauthenticated'));
    const { status, headers } = await clawcrm.post(path, { tier: 'ultra' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});
