import { ulid } from 'ulid';
import { dialectScopes } from '../../src/access/dialects.ts';
import { allScopes, type Scope, workspaceScopes } from '../../src/access/scopes.ts';
import type { Tier } from '../../src/db/generated/prisma/enums.ts';
import type { DomainServices } from '../../src/domain/context.ts';
import { capabilities } from '../../src/domain/outside/capabilities.ts';
import { insertWidget } from '../../src/domain/widgets/insert-widget.ts';
import {
  founder,
  mintSlug,
  provisionKey,
  provisionWorkspace,
} from '../../src/domain/workspaces/provision-workspace.ts';
import { createGraphClient, type GraphClient } from './graph-client.ts';
import { createRestClient, type RestClient } from './rest-client.ts';

/** A tenant of a test: its keys, and clients that speak with them. */
export type TestWorkspace = {
  readonly orgId: string;
  /** The id of its widget as the graph shows it. */
  readonly widgetId: string;
  readonly keys: {
    readonly graphql: string;
    readonly quincer: string;
    readonly ai93: string;
    readonly clawcrm: string;
    readonly widget: string;
  };
  /** GraphQL with every scope. */
  readonly graph: GraphClient;
  readonly quincer: RestClient;
  /** Makes a key with these scopes (and lock) and answers a graph client that speaks with it. */
  graphAs(scopes: readonly Scope[], businessId?: string): Promise<GraphClient>;
};

export async function createWorkspace(
  services: Pick<DomainServices, 'openAs' | 'clock'>,
  url: string,
  name = 'Test workspace',
  tier: Tier = 'UNLIMITED',
): Promise<TestWorkspace> {
  const now = services.clock.now().getTime();
  const ids = { orgId: ulid(now).toLowerCase(), apiKeyId: ulid(now).toLowerCase() };
  const opened = services.openAs(founder(ids, tier, 'test'));
  const { widget, ...keys } = await opened.write(async (tx) => {
    await provisionWorkspace(tx, { name, ownerEmail: null, tier, slug: mintSlug(name), capabilities });
    const graphql = await provisionKey(tx, {
      id: ids.apiKeyId,
      name: 'Operator',
      dialect: 'GRAPHQL',
      scopes: allScopes,
    });
    const quincer = await provisionKey(tx, { name: 'Quincer', dialect: 'QUINCER', scopes: dialectScopes.QUINCER });
    const ai93 = await provisionKey(tx, { name: 'AI93', dialect: 'AI93', scopes: dialectScopes.AI93 });
    const clawcrm = await provisionKey(tx, { name: 'ClawCRM', dialect: 'CLAWCRM', scopes: workspaceScopes });
    return {
      graphql,
      quincer,
      ai93,
      clawcrm,
      widget: await insertWidget(tx, { name: 'Site', allowedOrigins: ['*'], businessId: null }),
    };
  });
  const graph = createGraphClient(url, keys.graphql);
  return {
    orgId: ids.orgId,
    widgetId: `wdg_${widget.widget.id}`,
    keys: { ...keys, widget: widget.key },
    graph,
    quincer: createRestClient(url, keys.quincer),
    async graphAs(scopes, businessId) {
      const input = { name: 'Further', dialect: 'GRAPHQL', scopes, businessId };
      const { createApiKey } = await graph.ask<{ createApiKey: { secret: string } }>(
        'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }',
        { input },
      );
      return createGraphClient(url, createApiKey.secret);
    },
  };
}
