import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { KeysDocument } from '../generated/operations.ts';
import { Sections } from '../sections.tsx';
import { KeyRow } from './key-row.tsx';
import { MintKey } from './mint-key.tsx';

const lookMs = 15_000;

/** The credentials of the workspace: who holds which, what each may do, and when it was last used. */
export function Keys() {
  const { t } = useLingui();
  const { may } = useSession();
  const { search, filter } = useAddress();
  const [isMinting, minting] = useDisclosure();
  const mayMint = may('keys:write');
  const areAllShown = search['revoked'] === '1';
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(KeysDocument, {
    variables: (page) => page,
    select: ({ apiKeys }) => apiKeys,
    on: ['MEMBER_'],
  });
  // No event tells of keys and their use.
  usePolling(query.refresh, lookMs);
  useCommands(mayMint ? [{ name: t`Make a key`, key: 'c', run: minting.open }] : []);
  const shown = nodes.filter(({ revokedAt }) => areAllShown || revokedAt === null);
  return (
    <>
      <ScreenHeader title={t`Developers`}>
        {mayMint && (
          <Button onClick={minting.open}>
            <Trans>Make a key</Trans>
          </Button>
        )}
      </ScreenHeader>
      <Sections />
      <MintKey isOpen={isMinting} onClose={minting.close} onMade={query.refresh} />
      <Group mb="sm">
        <Checkbox
          label={t`Show revoked keys`}
          checked={areAllShown}
          onChange={({ currentTarget: { checked } }) => filter({ revoked: checked ? '1' : '' })}
        />
      </Group>
      <Loaded query={query} lines={6}>
        {() =>
          shown.length === 0 ? (
            <Empty title={t`No key here`}>
              <Trans>A program that reads or writes here holds a key of its own. Make one for each.</Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Keys`}>
              {shown.map((key) => (
                <KeyRow key={key.id} apiKey={key} onChanged={query.refresh} />
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
