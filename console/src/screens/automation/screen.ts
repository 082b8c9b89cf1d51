import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'automation',
  name: msg`Automation`,
  order: 90,
  icon: 'M13 3 5 14h6l-1 7 8-11h-6z',
  needs: ['automation:read'],
  key: 'a',
  load: async () => (await import('./automation.tsx')).Automation,
};
