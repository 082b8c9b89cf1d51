import { Trans } from '@lingui/react/macro';
import { Fragment } from 'react';
import classes from '../inbox.module.css';

type Props = {
  readonly rows: readonly (readonly [name: string, value: string | null])[];
  /** Shows also what is not known. */
  readonly isWhole?: boolean;
};

export const Facts = ({ rows, isWhole = false }: Props) => (
  <dl className={classes['facts']}>
    {rows.map(
      ([name, value]) =>
        (value !== null || isWhole) && (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {value ?? (
                <span className="muted">
                  <Trans>not known</Trans>
                </span>
              )}
            </dd>
          </Fragment>
        ),
    )}
  </dl>
);
