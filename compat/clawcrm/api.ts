import { base } from './base.ts';
import type { VendorApi } from '../dialect.ts';
import { clawcrm } from './dialect.ts';
import { renderSkill } from './skill.ts';

export const clawcrmApi: VendorApi = {
  dialects: [clawcrm],
  introduction: `A CRM for agents: every answer carries \`warnings\` and \`next_steps\`. \`POST ${base}/signup\` gives the first key. It has no webhooks of its own: endpoints of the format \`STANDARD\` carry every event.`,
  files: (publicUrl) => [
    { path: '/skills/clawcrm/SKILL.md', type: 'text/markdown', body: renderSkill(clawcrm, publicUrl) },
  ],
};
