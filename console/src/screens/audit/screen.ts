import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'audit',
  name: msg`Audit`,
  order: 120,
  icon: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  needs: ['audit:read'],
  key: 'u',
  load: async () => (await import('./audit.tsx')).Audit,
};
