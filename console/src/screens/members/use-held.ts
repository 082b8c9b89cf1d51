import { useSession } from '../../data/session.tsx';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { HeldDocument } from './generated/operations.ts';

const most = 200;

/** How many conversations each member holds; null where the viewer is not shown that, or there are too many to count here. */
export function useHeld(): ((memberId: string) => number) | null {
  const { may } = useSession();
  const { data } = useLiveQuery(HeldDocument, {
    variables: {},
    on: ['CONVERSATION_TAKEN_OVER', 'CONVERSATION_HANDED_BACK', 'CONVERSATION_CLOSED'],
    pause: !may('conversations:read'),
  });
  if (!data || data.conversations.totalCount > most) return null;
  const { nodes } = data.conversations;
  return (memberId) => nodes.filter(({ takenOverBy }) => takenOverBy?.id === memberId).length;
}
