import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let clawcrm: Clawcrm;
beforeAll(async () => void (clawcrm = await openClawcrm()));
afterAll(() => clawcrm.close());

const path = '/health';
const report = async (key: string, title: string): Promise<string> =>
  (await clawcrm.post('/feedback', { type: 'bug', title }, key)).json.feedbackId;

describe('200', () => {
  it('says that nothing is to be done', async () => {
    const key = await clawcrm.signUp();
    await report(key, 'Nobody has looked at it');
    const { status, json } = await clawcrm.get(path, key);
    expect([status, json]).toEqual([
      200,
      { success: true, status: 'ok', action_required: false, unread_responses: [], warnings: [], next_steps: [] },
    ]);
  });

  it('tells of what was resolved, the earliest answer first, until it is acknowledged', async () => {
    const key = await clawcrm.signUp();
    const staff = await clawcrm.keyOf(['staff']);
    const [first, second, open] = [await report(key, 'One'), await report(key, 'Two'), await report(key, 'Three')];
    const response = 'Enrichment now synchronous. Re-enrich with force:true.';
    await clawcrm.patch(`/feedback/${second}`, { status: 'resolved', response }, staff);
    await clawcrm.patch(`/feedback/${first}`, { status: 'resolved' }, staff);
    await clawcrm.patch(`/feedback/${open}`, { status: 'in_progress', response: 'We are at it.' }, staff);
    expect((await clawcrm.get(path, key)).json).toEqual({
      success: true,
      status: 'ok',
      action_required: true,
      unread_responses: [
        {
          feedbackId: second,
          title: 'Two',
          status: 'resolved',
          response,
          acknowledge: `PATCH /api/openclaw/feedback/${second} { acknowledged: true }`,
        },
        expect.objectContaining({ feedbackId: first, response: null }),
      ],
      warnings: [],
      next_steps: ['Read unread_responses and act on them', 'PATCH acknowledged:true when done'],
    });
    for (const id of [first, second]) await clawcrm.patch(`/feedback/${id}`, { acknowledged: true }, key);
    expect((await clawcrm.get(path, key)).json).toMatchObject({ action_required: false, next_steps: [] });
    await clawcrm.patch(`/feedback/${first}`, { response: 'One more thing.' }, staff);
    expect((await clawcrm.get(path, key)).json.unread_responses).toMatchObject([{ response: 'One more thing.' }]);
    expect((await clawcrm.get(path)).json.unread_responses).toEqual([]);
  });

  it('tells of chats that made no lead, since there was no room for one, until they are closed', async () => {
    const { createWidget } = await clawcrm.gql(
      clawcrm.keys.graphql,
      'mutation { createWidget(input: { name: "Site", leadsPerHour: 0 }) { widget { id } } }',
    );
    const { sendVisitorMessage } = await clawcrm.gql(
      clawcrm.keys.graphql,
      `mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "I am Ada, ada@example.com" }) { conversation { id } } }`,
      { id: createWidget.widget.id },
    );
    expect((await clawcrm.get(path)).json).toMatchObject({
      status: 'ok',
      warnings: [expect.stringContaining('1 chat made no lead')],
      next_steps: [expect.stringContaining('notCaptured: true')],
    });
    expect((await clawcrm.get(path, await clawcrm.keyOf(['feedback:read']))).json.warnings).toEqual([]);
    await clawcrm.gql(
      clawcrm.keys.graphql,
      'mutation ($id: ID!) { closeConversation(id: $id) { conversation { id } } }',
      sendVisitorMessage.conversation,
    );
    expect((await clawcrm.get(path)).json).toMatchObject({ warnings: [], next_steps: [] });
  });

  it('answers any key, and says so where it is shown no answers', async () => {
    const { status, json } = await clawcrm.get(path, await clawcrm.keyOf(['tasks:read']));
    expect([status, json]).toMatchObject([
      200,
      { action_required: false, warnings: [expect.stringContaining('feedback:read')] },
    ]);
  });
});

describe('400, 401 and 405', () => {
  it('takes no parameter, needs a key, and answers GET alone', async () => {
    expect((await clawcrm.get(`${path}?deep=true`)).json).toMatchObject(errorWith('invalid_request'));
    expect((await clawcrm.get(path, null)).json).toMatchObject(errorWith('unauthenticated'));
    expect((await clawcrm.post(path, {})).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });
});
