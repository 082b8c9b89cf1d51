import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'leads',
  name: msg`Leads`,
  order: 20,
  icon: 'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM3 20c0-3.5 2.7-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 010 6M18 14.5c2 .8 3 2.8 3 5.5',
  needs: ['leads:read'],
  key: 'l',
  load: async () => (await import('./leads.tsx')).Leads,
};
