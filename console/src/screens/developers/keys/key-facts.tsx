import { Plural, Trans } from '@lingui/react/macro';
import { Id } from '../../../parts/id.tsx';
import { When } from '../../../parts/when.tsx';
import classes from '../developers.module.css';
import type { KeyFactsFragment } from '../generated/operations.ts';
import { useInstead } from './use-instead.ts';

/** What a key may do, whose it is, and which older spellings it still uses. */
export function KeyFacts({ apiKey }: { readonly apiKey: KeyFactsFragment }) {
  const { id, scopes, createdAt, aliasUsage, dialect, member, business } = apiKey;
  const insteadOf = useInstead(aliasUsage.length > 0 ? dialect : null);
  return (
    <dl className={classes['facts']}>
      <div className={classes['wide']}>
        <dt>
          <Trans>May</Trans>
        </dt>
        <dd className="mono">{scopes.length === 0 ? <Trans>Nothing</Trans> : scopes.join(' ')}</dd>
      </div>
      <div>
        <dt>
          <Trans>Made</Trans>
        </dt>
        <dd>
          <When at={createdAt} /> <Id id={id} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Acts as</Trans>
        </dt>
        <dd>{member?.name ?? <Trans>Itself</Trans>}</dd>
      </div>
      <div>
        <dt>
          <Trans>Locked to</Trans>
        </dt>
        <dd>{business?.name ?? <Trans>No business: all of the workspace</Trans>}</dd>
      </div>
      {aliasUsage.length > 0 && (
        <div className={classes['wide']}>
          <dt>
            <Trans>Older spellings it uses</Trans>
          </dt>
          {aliasUsage.map(({ alias, count, lastUsedAt }) => {
            const instead = insteadOf(alias);
            return (
              <dd key={alias}>
                <span className="mono">{alias}</span>{' '}
                <span className="muted">
                  <Plural value={count} one="once" other="# times" />, <When at={lastUsedAt} />
                </span>
                {instead !== null && (
                  <>
                    {' '}
                    <Trans>
                      Call <span className="mono">{instead}</span> instead.
                    </Trans>
                  </>
                )}
              </dd>
            );
          })}
        </div>
      )}
    </dl>
  );
}
