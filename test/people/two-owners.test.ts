import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { behindOrganisation } from '../support/behind-organisation.ts';
import { testEngine } from '../support/database.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { ask } from './browser.ts';
import { peopleOf } from './people-of.ts';
import { removeMember, updateRole } from './team.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

const { come } = peopleOf(
  () => app,
  () => workspace,
);

// In sessions, which are no keys that mint keys: nothing but their being owners holds the two apart.
it.each([
  ['remove each other', removeMember],
  ['remove and demote each other', updateRole],
])('of two owners who %s at once, one stays', async (_, second) => {
  workspace = await app.workspace();
  const [one, two] = [await come('OWNER'), await come('OWNER')];
  const both = () =>
    Promise.all([
      ask(app, one.cookie, removeMember, { id: two.memberId }),
      ask(app, two.cookie, second, { id: one.memberId, ...(second === updateRole && { role: 'VIEWER' }) }),
    ]);
  const answers =
    testEngine === 'postgres' ? await behindOrganisation(app.database.pool, workspace.orgId, 2, both) : await both();
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions['code'] ?? 'done');
  expect(codes.filter((code) => code === 'done')).toHaveLength(1);
  const owners = { orgId: workspace.orgId, role: 'OWNER' as const, removedAt: null };
  expect(await app.database.prisma.member.count({ where: owners })).toBe(1);
});
