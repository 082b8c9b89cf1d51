import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCommands } from '../../../app/commands.tsx';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { Section } from '../../../parts/section.tsx';
import { SyncSourcesDocument } from '../generated/operations.ts';
import { SourceForm } from './source-form.tsx';
import { SourceRow } from './source-row.tsx';

const lookMs = 15_000;

/** Where leads of a stage come from. */
export function SyncSources() {
  const { t } = useLingui();
  const { may, viewer } = useSession();
  const [isMaking, making] = useDisclosure();
  // A source is for the whole workspace, and so is whoever changes it.
  const mayWrite = may('pipeline:write') && viewer.business === null;
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(SyncSourcesDocument, {
    variables: (page) => ({ ...page, mailboxes: mayWrite }),
    select: ({ syncSources }) => syncSources,
    on: [],
  });
  // No event tells of sources.
  usePolling(query.refresh, lookMs);
  useCommands(mayWrite ? [{ name: t`Make a sync source`, key: 'c', run: making.open }] : []);
  return (
    <Section
      title={t`Sync sources`}
      note={
        <Trans>
          A form, a tool or an agent posts to an address of its own, and a lead is made of it. An inbox is read by IMAP
          once its mailbox is connected.
        </Trans>
      }
      actions={
        mayWrite && (
          <Button size="xs" onClick={making.open}>
            <Trans>Make a source</Trans>
          </Button>
        )
      }
    >
      <SourceForm isOpen={isMaking} onClose={making.close} onSaved={query.refresh} />
      <Loaded query={query}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={t`No sync source yet`}>
              <Trans>Make one for a form, a tool or an agent, with the stage in which its leads begin.</Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Sync sources`}>
              {nodes.map((source) => (
                <SourceRow key={source.id} source={source} mayWrite={mayWrite} onChanged={query.refresh} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more sources</Trans>
        </Button>
      )}
    </Section>
  );
}
