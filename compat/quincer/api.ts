import type { VendorApi } from '../dialect.ts';
import { chat } from './chat/dialect.ts';
import { quincer } from './dialect.ts';
import { openClawAvatar } from './openclaw-avatar.ts';
import { renderSkill } from './skill.ts';

export const quincerApi: VendorApi = {
  dialects: [quincer, chat],
  introduction:
    'Conversations, leads and tasks, as Quincer has them. Fields are in snake_case; lists go on after `starting_after`.',
  files: (publicUrl) => [
    { path: '/skills/quincer/SKILL.md', type: 'text/markdown', body: renderSkill(quincer, publicUrl) },
    { path: '/avatars/openclaw.svg', type: 'svg', body: openClawAvatar },
  ],
};
