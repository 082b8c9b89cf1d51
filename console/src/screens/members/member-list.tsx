import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Pages } from '../../data/use-pages.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Rows } from '../../parts/rows.tsx';
import type { MembersQuery, PersonFragment } from './generated/operations.ts';
import { MemberRow } from './member-row.tsx';
import { useHeld } from './use-held.ts';

type Props = { readonly pages: Pages<MembersQuery, PersonFragment>; readonly current: string | null };

/** Who is on the team, as what, and what they hold. */
export function MemberList({ pages: { query, nodes, hasMore, isReadingOn, readOn }, current }: Props) {
  const { t } = useLingui();
  const heldBy = useHeld();
  return (
    <>
      <Loaded query={query} lines={6}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={t`Nobody is on the team yet`}>
              <Trans>
                Invite the people who answer visitors: each signs in by a link, and acts under their own name.
              </Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Members`}>
              {nodes.map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  held={heldBy?.(member.id) ?? 0}
                  isCurrent={member.id === current}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}
