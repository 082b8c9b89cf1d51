import { Trans, useLingui } from '@lingui/react/macro';
import classes from './profile.module.css';
import type { ProfileLead } from './profile.tsx';

/** The lead as the graph answers it. */
export function Raw({ lead }: { readonly lead: ProfileLead }) {
  const { t } = useLingui();
  return (
    <details className={classes['section']}>
      <summary>
        <Trans>The whole object</Trans>
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre className={classes['raw']} tabIndex={0} role="region" aria-label={t`The whole object`}>
        {JSON.stringify(lead, (key, value: unknown) => (key === '__typename' ? undefined : value), 2)}
      </pre>
    </details>
  );
}
