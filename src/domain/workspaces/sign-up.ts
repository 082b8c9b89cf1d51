import { ulid } from 'ulid';
import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { workspaceScopesOf } from '../../access/dialects.ts';
import { isUniqueViolation } from '../../db/driver-errors.ts';
import type { Tier } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { conflict, forbidden } from '../../errors.ts';
import { email, name, parseInput, text } from '../input.ts';
import { founder, mintSlug, provisionKey, provisionWorkspace } from './provision-workspace.ts';

const signUpInput = z.strictObject({
  email,
  workspaceName: name(200).nullish(),
  agentName: name(200).nullish(),
  agentPlatform: text(100).nullish(),
});

export type SignedUp = { readonly orgId: string; readonly apiKey: string; readonly tier: Tier; readonly name: string };

/**
 * Makes a workspace for a stranger, with a first key of the dialect it asks in, which holds every capability there is for such.
 * @throws FORBIDDEN while signup is off; CONFLICT for an address that already has a workspace of this name;
 * LIMITED for whom has made many of late.
 */
export async function signUp(context: DomainContext, input: z.input<typeof signUpInput>): Promise<SignedUp> {
  requireScope(context.actor, 'workspaces:create');
  const { services, actor } = context;
  if (!services.signup.open) throw forbidden('Signing up is switched off here. Ask the operator for a key.');
  const { email: ownerEmail, workspaceName, agentName } = parseInput(signUpInput, input);
  const name = workspaceName ?? `${ownerEmail.split('@')[0]}’s workspace`;
  const { tier, capabilities } = services.signup;
  const now = services.clock.now().getTime();
  const ids = { orgId: ulid(now).toLowerCase(), apiKeyId: ulid(now).toLowerCase() };
  let giveBack: (() => void) | undefined;
  const opened = services.openAs(founder(ids, tier, actor.requestId));
  try {
    const apiKey = await opened.write(async (tx) => {
      await provisionWorkspace(tx, { name, ownerEmail, tier, slug: mintSlug(name), capabilities });
      // Only now: of several that ask for the same workspace at once, all but one are told that it is there. Once for all reruns.
      giveBack ??= await services.signup.allow({ address: actor.address ?? '', email: ownerEmail });
      const keyName = agentName ?? 'First key';
      const { dialect } = actor;
      return provisionKey(tx, { id: ids.apiKeyId, name: keyName, dialect, scopes: workspaceScopesOf(dialect) });
    });
    return { orgId: ids.orgId, apiKey, tier, name };
  } catch (error) {
    giveBack?.();
    if (!isUniqueViolation(error)) throw error;
    throw conflict(
      'This e-mail address already has a workspace of that name. Give another workspace_name to make a further one.',
    );
  }
}
