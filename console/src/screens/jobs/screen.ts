import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'jobs',
  name: msg`Jobs`,
  order: 95,
  icon: 'M12 7v5l3 2M12 3a9 9 0 1 1-8.5 6M3 4v5h5',
  needs: ['audit:read'],
  key: 'j',
  load: async () => (await import('./jobs.tsx')).Jobs,
};
