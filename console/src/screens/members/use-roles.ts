import { useQuery } from 'urql';
import { useSession } from '../../data/session.tsx';
import { type MemberRole, RolesDocument } from './generated/operations.ts';
import { roleNames, tellingScopes } from './roles.ts';

/** What each role may do, as the graph says it, and which the viewer may give and take: none above its own. */
export function useRoles() {
  const { may, viewer } = useSession();
  const [{ data }] = useQuery({ query: RolesDocument });
  // Members are of the whole workspace, which a key that is locked to a business changes nothing of.
  const mayChange = may('members:write') && viewer.business === null;
  const below = (role: MemberRole) => roleNames.slice(0, roleNames.indexOf(role) + 1);
  const mayGive = (role: MemberRole | null) =>
    mayChange && (role === null || may(...below(role).flatMap((name) => tellingScopes[name])));
  return {
    mayGive,
    offered: roleNames.filter((role) => mayGive(role)),
    aboutOf: (role: MemberRole) =>
      data?.roles?.enumValues?.find(({ name }) => name === role)?.description?.replaceAll('\n', ' ') ?? '',
  };
}
