import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { WireLead } from '../../../compat/clawcrm/leads/wire.ts';
import { goodToken, openCalendly } from '../../outside/bookings/booking-servers.ts';
import { hookOf, postCalendly } from '../../outside/bookings/connected.ts';
import { answerJson, type ProviderServer } from '../../outside/provider-server.ts';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let api: Clawcrm;
let calendly: ProviderServer;
const publicUrl = 'https://crm.tributary.dev';
beforeAll(async () => {
  calendly = await openCalendly();
  const calendars = { CALENDLY: calendly.url, CAL_COM: calendly.url };
  api = await openClawcrm({
    publicUrl,
    outside: { translate: null, calendars },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
});
afterAll(async () => {
  await api.close();
  await calendly.close();
});
beforeEach(() => calendly.behave());

const path = '/integrations/calendly';
const token = { personal_access_token: goodToken };

describe('200', () => {
  it('says that it is not connected, how to connect it, and what to do instead', async () => {
    const { status, json } = await api.get(path);
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        connected: false,
        warnings: [],
        next_steps: [expect.stringContaining('personal_access_token'), expect.stringContaining('/touchpoints')],
      },
    ]);
  });

  it('disconnects what is not connected', async () => {
    expect((await api.remove(path)).json).toMatchObject({ success: true, connected: false, warnings: [] });
  });

  it('disconnects what is, has the webhook removed, and warns of what Calendly was not told', async () => {
    await api.post(path, token);
    expect((await api.get(path)).json).toMatchObject({ connected: true, next_steps: [] });
    expect((await api.remove(path)).json).toMatchObject({ connected: false, warnings: [] });
    expect(calendly.asked.at(-1)?.method).toBe('DELETE');
    await api.post(path, token);
    calendly.behave(answerJson({}, 500), answerJson({}, 500));
    const { status, json } = await api.remove(path);
    expect([status, json]).toMatchObject([
      200,
      { connected: false, warnings: [expect.stringContaining('still has the webhook')] },
    ]);
  });
});

describe('201', () => {
  it('connects, says whose account it is, and who books becomes a lead with a touchpoint', async () => {
    const { status, json } = await api.post(path, token);
    expect([status, json]).toEqual([
      201,
      {
        success: true,
        connected: true,
        user: { name: 'Grace Hopper', email: 'grace@navy.example', uri: 'https://api.calendly.test/users/AAA' },
        webhook: expect.stringContaining('/webhook_subscriptions/'),
        warnings: [],
        next_steps: [expect.stringContaining('meeting_booked')],
      },
    ]);
    const hook = hookOf({ url: api.url }, calendly);
    expect(await postCalendly(hook, 'invitee.created', { email: 'ada@booked.example' }, new Date())).toBe(202);
    const { leads } = z.object({ leads: z.array(WireLead) }).parse((await api.get('/leads')).json);
    const lead = leads.find(({ email }) => email === 'ada@booked.example');
    expect(lead).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' });
    expect((await api.get(`/touchpoints?leadId=${lead?.id}`)).json.touchpoints).toMatchObject([
      {
        type: 'meeting_booked',
        channel: 'calendly',
        metadata: {
          eventUri: expect.any(String),
          startTime: '2026-05-20T10:00:00.000Z',
          joinUrl: 'https://zoom.test/j/1',
        },
      },
    ]);
    await api.remove(path);
  });

  it('tells what to send next, which is taken', async () => {
    const { next_steps } = z.object({ next_steps: z.array(z.string()) }).parse((await api.post(path, token)).json);
    const [, method = '', route = '', fields = ''] = /^(\w+) (\S+) \{ (.*) \}/.exec(next_steps[0] ?? '') ?? [];
    const given = { name: 'Booked', targetStage: 'qualified' };
    const body = Object.fromEntries(
      fields.split(', ').map((field) => {
        const [name = '', value] = field.split(': ');
        return [name, value === undefined ? given[name === 'name' ? 'name' : 'targetStage'] : JSON.parse(value)];
      }),
    );
    expect((await api.call(method, route.replace('/api/openclaw', ''), body)).status).toBe(201);
    await api.remove(path);
  });

  it('is told again, with its account, where the same Idempotency-Key comes again', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const [first, again] = [
      await api.call('POST', path, token, api.key, headers),
      await api.call('POST', path, token, api.key, headers),
    ];
    expect([again.status, again.json]).toEqual([201, first.json]);
    await api.remove(path);
  });
});

describe('409', () => {
  it('says that Calendly failed, and connects nothing', async () => {
    calendly.behave(answerJson({}, 500));
    const { status, json } = await api.post(path, token);
    expect([status, json]).toEqual([
      409,
      { ...errorWith('provider_failed', expect.stringContaining('HTTP 500')), next_steps: [] },
    ]);
    expect(json.error.hint).toContain('meeting_booked');
    expect((await api.get(path)).json).toMatchObject({ connected: false });
  });

  it('says where Calendly could not reach the installation, and keeps nothing of the token', async () => {
    const inside = await openClawcrm();
    const before = await inside.cursor();
    const { status, json } = await inside.post(path, token);
    expect([status, json]).toEqual([409, { ...errorWith('not_configured'), next_steps: [] }]);
    expect(await inside.cursor()).toBe(before);
    expect(await inside.database.prisma.calendarConnection.count()).toBe(0);
    await inside.close();
  });
});

describe('400', () => {
  it('says that Calendly refuses the token', async () => {
    const { status, json } = await api.post(path, { personal_access_token: 'eyJ-of-nobody' });
    expect([status, json]).toEqual([
      400,
      { ...errorWith('invalid_request', expect.stringContaining('personal_access_token')), next_steps: [] },
    ]);
    expect(json.error.hint).toContain('Calendly refuses');
  });

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
