import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: '',
  name: msg`Home`,
  order: 0,
  icon: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  needs: [],
  key: 'h',
  load: async () => (await import('./home.tsx')).Home,
};
