import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../gateway.ts';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let api: Clawcrm;
beforeEach(async () => void (api = await openClawcrm()));
afterEach(() => api.close());

const numbers = (rows: Json[]): number[] => rows.map(({ count }) => count);
const countsOf = (rows: Json[], name: string) => Object.fromEntries(rows.map((row) => [row[name], row.count]));

describe('200', () => {
  it('counts nothing in an empty pipeline, and every day of it', async () => {
    const { status, json } = await api.get('/analytics', await api.signUp());
    expect(status).toBe(200);
    expect(json).toMatchObject({
      days: 30,
      totalLeads: 0,
      conversionRate: null,
      averageConfidence: null,
      statuses: [],
      enrollments: { active: 0, completed: 0, stopped: 0 },
    });
    expect(json.createdPerDay).toHaveLength(30);
    expect([...new Set(numbers(json.stages))]).toEqual([0]);
  });

  it('counts what is there and what happened, but nothing that is deleted', async () => {
    const [hot, won, gone] = [await api.lead({ tier: 'high' }), await api.lead({ tier: 'low' }), await api.lead()];
    await api.post('/touchpoints', { leadId: hot.id, type: 'meeting_booked' });
    await api.post('/touchpoints', { leadId: hot.id, type: 'call' });
    await api.post('/leads/score', { leadId: hot.id });
    await api.patch(`/leads/${won.id}`, { stage: 'Won', status: 'converted' });
    await api.remove(`/leads/${gone.id}`);
    const { json } = await api.get('/analytics?days=2');
    const score = (await api.get(`/leads/${hot.id}`)).json.lead;
    expect(json).toMatchObject({
      days: 2,
      totalLeads: 2,
      newLeads: 2,
      convertedLeads: 1,
      conversionRate: 0.5,
      conversions: 1,
      stageMoves: 1,
    });
    expect(countsOf(json.stages, 'name')).toMatchObject({ New: 1, Won: 1, Lost: 0 });
    expect(countsOf(json.statuses, 'status')).toEqual({ new: 1, converted: 1 });
    expect(countsOf(json.tiers, 'tier')).toEqual({ high: 1, low: 1 });
    expect(countsOf(json.touchpoints, 'type')).toEqual({ meeting_booked: 1, call: 1 });
    expect(countsOf(json.labels, 'label')[score.confidenceLabel]).toBeGreaterThanOrEqual(1);
    expect(numbers(json.createdPerDay)).toEqual([0, 2]);
    expect(json.createdPerDay[1].day).toBe(new Date().toISOString().slice(0, 10));
  });

  it('shows a key that is locked to a business that business alone', async () => {
    const [mine, theirs] = [await api.business('Mine'), await api.business('Theirs')];
    const [own, other] = [await api.keyOf(['leads:write', 'leads:read', 'analytics:read'], mine), theirs];
    await api.graph('mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }', {
      input: { name: 'Theirs', businessId: other },
    });
    await api.call('POST', '/leads', { firstName: 'Mine', email: 'mine@example.com' }, own);
    const { json } = await api.get('/analytics', own);
    expect(json).toMatchObject({ totalLeads: 1, newLeads: 1, stageMoves: 0, touchpoints: [] });
  });
});

describe('400', () => {
  it.each(['0', '366', '-1', 'x', '1.5', '', '99999999999'])(
    'refuses days=%s, and says what it takes',
    async (days) => {
      const { status, json } = await api.get(`/analytics?days=${days}`);
      expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
      expect(json.error.hint).toContain('365');
    },
  );

  it('names an unknown parameter', async () => {
    expect((await api.get('/analytics?weeks=2')).json.error.message).toContain('weeks');
  });
});

describe('401 and 403', () => {
  it('wants a key that may read figures', async () => {
    expect((await api.get('/analytics', null)).status).toBe(401);
    expect((await api.get('/analytics', await api.keyOf(['leads:read']))).json).toMatchObject(
      errorWith('missing_scope'),
    );
  });
});
