import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/integrations/calendly';
const token = { personal_access_token: 'eyJ-a-secret' };

describe('200', () => {
  it('says that it is not connected, and what to do instead', async () => {
    const { status, json } = await api.get(path);
    expect([status, json]).toEqual([
      200,
      { success: true, connected: false, warnings: [], next_steps: [expect.stringContaining('/touchpoints')] },
    ]);
  });

  it('disconnects what is not connected', async () => {
    expect((await api.remove(path)).json).toMatchObject({ success: true, connected: false });
  });
});

describe('409', () => {
  it('says that no provider is configured, and keeps nothing of the token', async () => {
    const before = await api.cursor();
    const { status, json } = await api.post(path, token);
    expect([status, json]).toEqual([409, { ...errorWith('not_configured'), next_steps: [] }]);
    expect(json.error.hint).toContain('meeting_booked');
    expect(await api.cursor()).toBe(before);
    expect(await api.database.prisma.idempotencyKey.count()).toBe(0);
  });
});

describe('400', () => {
  it.each([{}, { personal_access_token: '' }, { personal_access_token: 7 }, { ...token, more: 1 }])(
    'refuses %j',
    async (body) => {
      const { status, json } = await api.post(path, body);
      expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    },
  );
});

describe('400 for what takes nothing', () => {
  it('refuses a parameter and a body', async () => {
    const answers = [await api.get(`${path}?deep=true`), await api.remove(`${path}?force=true`)];
    const told = await api.call('DELETE', path, token);
    for (const { json } of [...answers, told]) expect(json).toMatchObject(errorWith('invalid_request'));
  });
});

describe('401 and 403', () => {
  it('wants a key, and one that may change the workspace', async () => {
    const reader = await api.keyOf(['leads:read']);
    const statuses = await Promise.all([
      api.get(path, null),
      api.post(path, token, reader),
      api.remove(path, reader),
      api.get(path, reader),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 403, 403, 200]);
  });
});
