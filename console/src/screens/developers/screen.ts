import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'developers',
  name: msg`Developers`,
  order: 60,
  icon: 'M8 7l-5 5 5 5M16 7l5 5-5 5M13 5l-2 14',
  needs: ['keys:read'],
  key: 'd',
  load: async () => (await import('./developers.tsx')).Developers,
};
