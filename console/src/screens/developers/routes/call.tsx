import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, Title } from '@mantine/core';
import { useAddress } from '../../../app/use-address.ts';
import { page } from '../../../page.ts';
import { Code } from '../../../parts/code.tsx';
import type { Route } from './read-routes.ts';
import classes from './routes.module.css';
import { keyVariable, type Language, languages, writeCall } from './write-call.ts';

const isLanguage = (text: string | undefined): text is Language => languages.some((language) => language === text);

/** The route as a program calls it here, ready to copy. */
export function Call({ route }: { readonly route: Route }) {
  const { t } = useLingui();
  const { search, filter } = useAddress();
  const asked = search['as'];
  const language = isLanguage(asked) ? asked : languages[0];
  const text = writeCall(language, route, `${location.origin}${page.base}`);
  return (
    <section className={classes['section']} aria-label={t`Call it`}>
      <div className={classes['head']}>
        <Title order={3}>
          <Trans>Call it</Trans>
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t`Language`}
          data={[...languages]}
          value={language}
          onChange={(value) => filter({ as: value })}
        />
      </div>
      <Code text={text} label={t`Call in ${language}`} />
      {route.credential !== null && (
        <p className="muted">
          <Trans>
            Put your key into the environment as <code>{keyVariable}</code>. None is shown here.
          </Trans>
        </p>
      )}
    </section>
  );
}
