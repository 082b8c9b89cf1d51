import { msg } from '@lingui/core/macro';
import type { Screen } from '../../screens.ts';

export const screen: Screen = {
  path: 'inbox',
  name: msg`Inbox`,
  order: 10,
  icon: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2h4l1-2h5',
  needs: ['conversations:read'],
  key: 'i',
  load: async () => (await import('./inbox.tsx')).Inbox,
};
