import { Trans } from '@lingui/react/macro';
import { When } from '../../../parts/when.tsx';
import type { SyncSourceFactsFragment } from '../generated/operations.ts';
import classes from '../integrations.module.css';

/** Where the leads of a source begin, and whether they do. */
export const WhereLeadsBegin = ({ source }: { readonly source: SyncSourceFactsFragment }) => (
  <>
    {source.targetStage ? (
      <Trans>Leads begin in {source.targetStage.name}</Trans>
    ) : (
      <Trans>Leads begin in the first stage</Trans>
    )}
    <span className="muted">
      {' · '}
      {!source.enabled && (
        <>
          <span className={classes['warn']}>
            <Trans>Out of use</Trans>
          </span>
          {' · '}
        </>
      )}
      <Trans>
        changed <When at={source.updatedAt} />
      </Trans>
    </span>
  </>
);
