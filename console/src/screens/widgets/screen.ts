import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'widgets',
  name: msg`Widgets`,
  order: 70,
  icon: 'M4 5h16v11h-8l-4 4v-4H4zM8 9h8M8 12h5',
  needs: ['widgets:read'],
  key: 'c',
  load: async () => (await import('./widgets.tsx')).Widgets,
};
