import { useSession } from '../../data/session.tsx';
import type { RowFragment } from './generated/operations.ts';

export type Held = 'nobody' | 'me' | 'other' | 'closed';

/** Who holds a conversation, from the viewer’s side: the member, or the key where none stands behind it. */
export function useHeld(): (conversation: Pick<RowFragment, 'status' | 'takenOverBy'>) => Held {
  const { viewer } = useSession();
  const me = viewer.member?.id ?? viewer.apiKeyId;
  return ({ status, takenOverBy }) => {
    if (status === 'CLOSED') return 'closed';
    if (status !== 'HUMAN_ACTIVE') return 'nobody';
    return takenOverBy?.id === me ? 'me' : 'other';
  };
}
