import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Campaigns, mail, openCampaigns } from './workspace.ts';

let world: Campaigns;
let leads: string[];
let campaigns: string[];

/** Three leads whose mails are due at these hours: 0 5 24, 2, 1 24. */
beforeAll(async () => {
  world = await openCampaigns();
  leads = [await world.lead(), await world.lead(), await world.lead()];
  const delays = [[0, 5, 19], [2], [1, 23]];
  campaigns = [];
  for (const [index, hours] of delays.entries()) {
    const id = await world.campaign({ steps: hours.map(mail) });
    campaigns.push(id);
    await world.enrol(id, leads[index] ?? '');
  }
});
afterAll(() => world.app.close());

type Listed = {
  scheduledEmails: {
    totalCount: number;
    nodes: { id: string; dueAt: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};

async function list(variables: object = {}) {
  const { scheduledEmails } = await world.graph.ask<Listed>(
    `query ($first: Int, $after: String, $state: ScheduledEmailState! = QUEUED, $dueBefore: DateTime, $leadId: ID, $campaignId: ID) {
      scheduledEmails(first: $first, after: $after, state: $state, dueBefore: $dueBefore, leadId: $leadId, campaignId: $campaignId) {
        totalCount nodes { id dueAt } pageInfo { hasNextPage endCursor }
      }
    }`,
    variables,
  );
  return scheduledEmails;
}

const hoursOf = ({ nodes }: Listed['scheduledEmails']) =>
  nodes.map(({ dueAt }) => (Date.parse(dueAt) - world.clock.now().getTime()) / 3_600_000);

describe('the queue', () => {
  it('shows what is due soonest first', async () => {
    const all = await list();
    expect([all.totalCount, hoursOf(all)]).toEqual([6, [0, 1, 2, 5, 24, 24]]);
  });

  it('is paged in that order, and counted as a whole', async () => {
    const seen: string[] = [];
    let page = await list({ first: 1 });
    for (;;) {
      expect([page.totalCount, page.nodes.length]).toEqual([6, 1]);
      seen.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      page = await list({ first: 1, after: page.pageInfo.endCursor });
    }
    expect(seen).toEqual((await list()).nodes.map(({ id }) => id));
  });

  it('is narrowed by when mail is due, exclusively, by lead and by campaign', async () => {
    const dueBefore = new Date(world.clock.now().getTime() + 2 * 3_600_000).toISOString();
    expect(hoursOf(await list({ dueBefore }))).toEqual([0, 1]);
    expect(hoursOf(await list({ leadId: leads[0] }))).toEqual([0, 5, 24]);
    expect(hoursOf(await list({ campaignId: campaigns[2] }))).toEqual([1, 24]);
    expect(hoursOf(await list({ state: 'SENT' }))).toEqual([]);
  });

  it('refuses a cursor that names no mail', async () => {
    const query = 'query ($after: String) { scheduledEmails(after: $after) { nodes { id } } }';
    expect(await world.graph.refusal(query, { after: 'eml_01jqz5v8m3k9wfp2c7hx0dtbne' })).toBe('INVALID');
    expect(await world.graph.refusal(query, { after: leads[0] })).toBe('INVALID');
  });
});

it('the mails of an enrolment are in the order of their steps', async () => {
  expect(
    await world.graph.ask(
      `query ($id: ID!) { lead(id: $id) { enrolments { totalCount nodes {
        all: scheduledEmails(first: 8) { totalCount nodes { step } }
        some: scheduledEmails(first: 8, state: SENT) { totalCount nodes { step } }
      } } } }`,
      { id: leads[0] },
    ),
  ).toEqual({
    lead: {
      enrolments: {
        totalCount: 1,
        nodes: [
          {
            all: { totalCount: 3, nodes: [{ step: 1 }, { step: 2 }, { step: 3 }] },
            some: { totalCount: 0, nodes: [] },
          },
        ],
      },
    },
  });
});

it('the enrolments of a campaign are narrowed by how far they have come', async () => {
  const query = `query ($id: ID!) { campaign(id: $id) {
    active: enrolments(status: ACTIVE) { totalCount nodes { leadId } } stopped: enrolments(status: STOPPED) { totalCount nodes { id } }
  } }`;
  expect(await world.graph.ask(query, { id: campaigns[1] })).toEqual({
    campaign: { active: { totalCount: 1, nodes: [{ leadId: leads[1] }] }, stopped: { totalCount: 0, nodes: [] } },
  });
});
