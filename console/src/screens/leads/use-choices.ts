import { useMemo } from 'react';
import { useSession } from '../../data/session.tsx';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { LeadChoicesDocument } from './generated/operations.ts';

const none = { stages: [], sources: [], members: [] } as const;

/** The stages, sources and people of the workspace, to choose from; none until they are read. */
export function useChoices() {
  const { may } = useSession();
  const query = useLiveQuery(LeadChoicesDocument, { variables: { members: may('members:read') }, on: [] });
  const { data } = query;
  const choices = useMemo(
    () =>
      data
        ? {
            stages: data.stages.toSorted((one, other) => one.order - other.order),
            sources: data.bySource,
            members: data.members?.nodes ?? [],
          }
        : none,
    [data],
  );
  return { query, choices };
}

export type Choices = ReturnType<typeof useChoices>['choices'];
