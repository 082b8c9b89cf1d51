import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'plan',
  name: msg`Plan`,
  order: 130,
  icon: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  needs: [],
  key: 'p',
  load: async () => (await import('./plan.tsx')).Plan,
};
