import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'members',
  name: msg`Members`,
  order: 110,
  icon: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3 2.8 3 5.5',
  needs: ['members:read'],
  key: 'm',
  load: async () => (await import('./members.tsx')).Members,
};
