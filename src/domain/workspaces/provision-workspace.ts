import { randomBytes } from 'node:crypto';
import { mintCredential } from '../../access/credentials.ts';
import type { Scope } from '../../access/scopes.ts';
import type { Actor } from '../../access/actor.ts';
import type { Dialect, Tier } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { Capability } from '../outside/capabilities.ts';
import { defaultPlaybooks } from '../playbooks/default-playbooks.ts';
import { defaultStages, stageKey, statusOfName } from '../stages/default-stages.ts';
import { createOrganisation } from './create-organisation.sql.ts';

export type NewWorkspace = {
  readonly name: string;
  readonly ownerEmail: string | null;
  readonly tier: Tier;
  readonly slug: string;
  /** Whether it is made to try the product, and may be taken away as a whole. */
  readonly isDemo?: boolean;
  /** What of the operator's providers it may use; nothing by default. */
  readonly capabilities?: readonly Capability[];
};

/** A slug nobody else has: the name's words and four random hex digits. */
export const mintSlug = (name: string): string => `${stageKey(name).slice(0, 40)}-${randomBytes(4).toString('hex')}`;

/** A workspace's row, its pipeline and its playbooks. The founder's key is made by whoever calls, under the founder's own id. */
export async function provisionWorkspace(tx: Tx, workspace: NewWorkspace): Promise<void> {
  await tx.run(createOrganisation, { isDemo: false, capabilities: [], ...workspace });
  await tx.stage.createMany({
    data: defaultStages.map((name, order) => ({
      id: tx.newId(),
      key: stageKey(name),
      name,
      order,
      isDefault: order === 0,
      status: statusOfName(name),
      createdAt: tx.now,
    })),
  });
  await tx.playbook.createMany({
    data: defaultPlaybooks.map(({ steps, ...playbook }) => ({
      ...playbook,
      steps: [...steps],
      id: tx.newId(),
      createdAt: tx.now,
      updatedAt: tx.now,
    })),
  });
}

/** A key for a new workspace, made without anybody holding its scopes before. */
export async function provisionKey(
  tx: Tx,
  key: { id?: string; name: string; dialect: Dialect; scopes: readonly Scope[] },
): Promise<string> {
  const { secret, hash, hint } = mintCredential(key.dialect);
  const { name, dialect, scopes } = key;
  const apiKey = await tx.apiKey.create({
    data: { id: key.id ?? tx.newId(), name, dialect, scopes: [...scopes], hash, hint, createdAt: tx.now },
  });
  tx.audit('api_key.created', apiKey);
  return secret;
}

/** Who makes a new workspace: the holder of the first key it will have. */
export const founder = (ids: { orgId: string; apiKeyId: string }, tier: Tier, requestId: string): Actor => ({
  ...ids,
  dialect: 'GRAPHQL',
  scopes: new Set(),
  businessId: null,
  memberId: null,
  role: null,
  widgetId: null,
  conversationId: null,
  tier,
  expiresAt: null,
  requestId,
});
