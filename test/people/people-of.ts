import type { MemberRole } from '../../src/db/generated/prisma/enums.ts';
import type { TestApp } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { ask, signIn } from './browser.ts';
import { invite } from './team.ts';

export const newLead = 'mutation { createLead(input: { name: "Ada" }) { lead { id } } }';
export const newKey = `mutation ($scopes: [String!]) {
  createApiKey(input: { name: "Mine", dialect: GRAPHQL, scopes: $scopes }) { apiKey { expiresAt member { id } } secret }
}`;
export type Minted = { createApiKey: { apiKey: { expiresAt: string | null; member: object | null }; secret: string } };

/** What people of a workspace do, in sessions by their cookies. */
export function peopleOf(app: () => TestApp, workspace: () => TestWorkspace) {
  return {
    /** Somebody of the team who is signed in by the link. */
    async come(role: MemberRole) {
      const invited = await invite(workspace().graph, role);
      return { ...invited, ...(await signIn(app(), { token: invited.token })) };
    },
    /** How an operation is refused; undefined where it is not. */
    async codeOf(cookie: string, query = '{ viewer { apiKeyId } }') {
      return (await ask(app(), cookie, query)).errors?.[0]?.extensions['code'];
    },
    async mint(cookie: string) {
      const { data } = await ask<Minted>(app(), cookie, newKey);
      if (!data) throw new Error('No key was made.');
      return data.createApiKey;
    },
    /** Revokes a key by its secret. */
    async revoke(secret: string) {
      const { viewer } = await createGraphClient(app().url, secret).ask<{ viewer: { apiKeyId: string } }>(
        '{ viewer { apiKeyId } }',
      );
      return workspace().graph.ask(`mutation { revokeApiKey(id: "${viewer.apiKeyId}") { apiKey { id } } }`);
    },
  };
}
