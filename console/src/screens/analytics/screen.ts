import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'analytics',
  name: msg`Analytics`,
  order: 100,
  icon: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  needs: ['analytics:read'],
  key: 'y',
  load: async () => (await import('./analytics.tsx')).AnalyticsScreen,
};
