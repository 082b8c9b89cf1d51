import { mintsUntil, requireScope } from '../../access/actor.ts';
import { mintCredential } from '../../access/credentials.ts';
import { dialectScopes } from '../../access/dialects.ts';
import type { Scope } from '../../access/scopes.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { forbidden } from '../../errors.ts';
import type { IssuedKey } from '../keys/create-api-key.ts';

const agentName = 'OpenClaw';
export const openClawAvatarPath = '/avatars/openclaw.svg';

async function ensureAgent(tx: Tx, avatarUrl: string): Promise<Member> {
  await tx.serialise();
  const existing = await tx.member.findFirst({ where: { type: 'AGENT', name: agentName, removedAt: null } });
  if (existing) return existing;
  return tx.member.create({ data: { id: tx.newId(), type: 'AGENT', name: agentName, avatarUrl, createdAt: tx.now } });
}

/**
 * Makes the team member "OpenClaw", with its own avatar, and a key bound to it, so that what the agent does stands under its
 * name. Connecting again keeps the member and issues a further key.
 * @throws FORBIDDEN when the caller lacks a scope the agent's key needs.
 */
export async function connectOpenClaw(context: DomainContext): Promise<IssuedKey & { member: Member }> {
  const { actor, services } = context;
  requireScope(actor, 'members:write');
  requireScope(actor, 'keys:write');
  const scopes: readonly Scope[] = dialectScopes.QUINCER;
  const lacking = scopes.find((scope) => !actor.scopes.has(scope));
  if (lacking) throw forbidden(`This API key cannot grant ${lacking}, which it lacks.`, { scope: lacking });
  const { secret, hash, hint } = mintCredential('QUINCER');
  return context.write(async (tx) => {
    const member = await ensureAgent(tx, `${services.publicUrl}${openClawAvatarPath}`);
    const { hash: _, ...apiKey } = await tx.apiKey.create({
      data: {
        id: tx.newId(),
        name: agentName,
        dialect: 'QUINCER',
        scopes: [...scopes],
        businessId: actor.businessId,
        memberId: member.id,
        expiresAt: mintsUntil(actor),
        hash,
        hint,
        createdAt: tx.now,
      },
    });
    tx.audit('openclaw.connected', { id: member.id, businessId: actor.businessId });
    return { member, apiKey, secret };
  });
}
