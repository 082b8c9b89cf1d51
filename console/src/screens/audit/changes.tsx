import { Trans, useLingui } from '@lingui/react/macro';
import classes from './audit.module.css';
import { type Parted, partChanged, writeValue } from './changed-part.ts';

type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** What each field was and is, side by side. What changed within it stands between signs and is underlined or struck through. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useLingui();
  return (
    <div className={classes['changes']} role="table" aria-label={t`What changed`}>
      <div role="row" className={classes['heads']}>
        <span role="columnheader">
          <Trans>Field</Trans>
        </span>
        <span role="columnheader">
          <Trans>Before</Trans>
        </span>
        <span role="columnheader">
          <Trans>After</Trans>
        </span>
      </div>
      {changes.map(({ field, before, after }) => {
        const parts = partChanged(writeValue(before), writeValue(after));
        return (
          <div key={field} role="row" className={classes['change']}>
            <span role="rowheader" className={classes['field']}>
              {field}
            </span>
            <Value side="before" isNothing={before === null} parts={parts.before} />
            <Value side="after" isNothing={after === null} parts={parts.after} />
          </div>
        );
      })}
    </div>
  );
}

type ValueProps = { readonly side: 'before' | 'after'; readonly isNothing: boolean; readonly parts: Parted };

function Value({ side, isNothing, parts: { start, changed, end } }: ValueProps) {
  const Mark = side === 'before' ? 'del' : 'ins';
  return (
    <span role="cell" className={classes['value']} data-side={side}>
      {isNothing ? (
        <span className="muted">
          <Trans>nothing</Trans>
        </span>
      ) : (
        <>
          {start}
          {changed !== '' && <Mark>{changed}</Mark>}
          {end}
        </>
      )}
    </span>
  );
}
