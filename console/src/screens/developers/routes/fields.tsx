import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import type { Field } from './read-fields.ts';
import classes from './routes.module.css';
import { Told } from './told.tsx';

/** What a route takes, wherever in the call it stands. */
export function Fields({ fields }: { readonly fields: readonly Field[] }) {
  const { t } = useLingui();
  const places = {
    path: t`in the path`,
    query: t`in the query`,
    header: t`a header`,
    cookie: t`a cookie`,
    body: t`in the body`,
  };
  if (fields.length === 0) return null;
  return (
    <section className={classes['section']} aria-label={t`Parameters`}>
      <Title order={3}>
        <Trans>Parameters</Trans>
      </Title>
      <dl className={classes['fields']}>
        {fields.map(({ name, place, isRequired, type, description, older }) => (
          <div key={`${place} ${name}`}>
            <dt>
              <span className="mono">{name}</span>
              <span className="muted">
                {places[place]}
                {isRequired && (
                  <>
                    {', '}
                    <Trans>needed</Trans>
                  </>
                )}
              </span>
            </dt>
            <dd>
              <span className="mono muted">{type}</span>
              <Told text={description} />
              {older.length > 0 && (
                <p className="muted">
                  <Trans>
                    Older spellings: <span className="mono">{older.join(', ')}</span>
                  </Trans>
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
