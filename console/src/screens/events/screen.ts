import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'events',
  name: msg`Events`,
  order: 50,
  icon: 'M3 12h4l3-8 4 16 3-8h4',
  needs: ['events:read'],
  key: 'e',
  load: async () => (await import('./events.tsx')).Events,
};
