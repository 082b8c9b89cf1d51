import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'webhooks',
  name: msg`Webhooks`,
  order: 40,
  icon: 'M4 12h10M10 8l4 4-4 4M14 4h6v16h-6',
  needs: ['webhooks:read'],
  key: 'w',
  load: async () => (await import('./webhooks.tsx')).Webhooks,
};
