import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'tasks',
  name: msg`Tasks`,
  order: 30,
  icon: 'M4 6l1.5 1.5L8 5M4 12.5L5.5 14 8 11.5M4 19l1.5 1.5L8 18M12 6.5h8M12 13h8M12 19.5h8',
  needs: ['tasks:read'],
  key: 't',
  load: async () => (await import('./tasks.tsx')).Tasks,
};
