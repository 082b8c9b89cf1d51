import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'integrations',
  name: msg`Integrations`,
  order: 80,
  icon: 'M9 3v5M15 3v5M6 8h12v3a6 6 0 01-12 0zM12 17v4',
  needs: [],
  key: 'n',
  load: async () => (await import('./integrations.tsx')).Integrations,
};
