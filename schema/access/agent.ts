import { dialectScopes } from '../../src/access/dialects.ts';
import type { Member } from '../../src/db/generated/prisma/client.ts';
import type { IssuedKey } from '../../src/domain/keys/create-api-key.ts';
import { connectOpenClaw } from '../../src/domain/members/connect-openclaw.ts';
import { builder } from '../builder/builder.ts';
import { fresh } from '../builder/fresh.ts';
import { secret } from '../builder/secret.ts';
import { MemberRef } from '../workspace/type.ts';
import { ApiKeyRef } from './type.ts';

const skillUrl = (publicUrl: string) => `${publicUrl}/skills/quincer/SKILL.md`;

const OpenClawSetupRef = builder.objectRef<{ publicUrl: string }>('OpenClawSetup').implement({
  description: 'What an OpenClaw agent is given, and where it goes on the agent’s own machine.',
  fields: (t) => ({
    skillUrl: t.string({
      description: 'Where to download the SKILL.md that tells the agent what to call.',
      resolve: ({ publicUrl }) => skillUrl(publicUrl),
    }),
    skillFolder: t.string({
      description: 'The folder that the SKILL.md is put into.',
      resolve: () => '~/.openclaw/workspace/skills/quincer/',
    }),
    settingsFile: t.string({
      description: 'The file that holds the agent’s key.',
      resolve: () => '~/.openclaw/openclaw.json',
    }),
    keySetting: t.string({
      description: 'The setting in that file that is the key.',
      resolve: () => 'skills.entries.quincer.env.QUINCER_API_KEY',
    }),
    scopes: t.stringList({
      description: 'What the key of an agent may do.',
      resolve: () => [...dialectScopes.QUINCER],
    }),
  }),
});

builder.queryField('openClawSetup', (t) =>
  t.field({
    type: OpenClawSetupRef,
    description: 'How an OpenClaw agent is set up. Any key may ask.',
    extensions: fresh('configuration'),
    resolve: (_, __, { services: { publicUrl } }) => ({ publicUrl }),
  }),
);

const ConnectPayload = builder.objectRef<IssuedKey & { member: Member }>('ConnectOpenClawPayload').implement({
  description: 'OpenClaw as a member of the team, and the key it acts with.',
  fields: (t) => ({
    member: t.field({ type: MemberRef, description: 'The member.', resolve: ({ member }) => member }),
    apiKey: t.field({ type: ApiKeyRef, description: 'The key, bound to the member.', resolve: ({ apiKey }) => apiKey }),
    secret: t.exposeString('secret', {
      description: 'The credential, `cw_dev_…`. Shown this once.',
      extensions: secret,
    }),
    skillUrl: t.string({
      description: 'Where to download the agent’s SKILL.md.',
      resolve: (_, __, { services }) => skillUrl(services.publicUrl),
    }),
  }),
});

builder.mutationField('connectOpenClaw', (t) =>
  t.field({
    type: ConnectPayload,
    description:
      'Makes the team member "OpenClaw" and a key bound to it, so that what the agent does stands under its name. Again keeps the member and issues a further key. Needs `members:write` and `keys:write`.',
    resolve: (_, __, context) => connectOpenClaw(context),
  }),
);
