import { Trans, useLingui } from '@lingui/react/macro';
import { useAddress } from '../../app/use-address.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import classes from './audit.module.css';
import { Changes } from './changes.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { OneEntryDocument } from './generated/operations.ts';

/** A change: who made it, of what, by which request, and what it was before and after. */
export function OneEntry({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const { search } = useAddress();
  const query = useLiveQuery(OneEntryDocument, { variables: { id }, on: [] });
  return (
    <div className={classes['beside']}>
      <nav aria-label={t`Way back`}>
        <ScreenLink path="audit" search={search}>
          <Trans>← All changes</Trans>
        </ScreenLink>
      </nav>
      <Loaded query={query} lines={6}>
        {({ node }) =>
          node?.kind !== 'AuditEntry' ? (
            <>
              <ScreenHeader title={t`Audit`} />
              <Empty title={t`There is no such entry`}>
                <Trans>Entries are never taken away: this id is of none here.</Trans>
              </Empty>
            </>
          ) : (
            <>
              <ScreenHeader title={node.action} />
              <EntryFacts entry={node} />
              {node.changes.length === 0 ? (
                <p className="muted">
                  <Trans>
                    No field is told of: it was made, taken away or done, and not changed from one thing to another.
                  </Trans>
                </p>
              ) : (
                <Changes changes={node.changes} />
              )}
            </>
          )
        }
      </Loaded>
    </div>
  );
}
