import { Trans } from '@lingui/react/macro';
import type { OpenClawSetupQuery } from './generated/operations.ts';
import classes from '../integrations.module.css';

/** The steps on the agent’s own machine. */
export function Setup({ setup }: { readonly setup: OpenClawSetupQuery['openClawSetup'] }) {
  const { skillUrl, skillFolder, settingsFile, keySetting, scopes } = setup;
  return (
    <>
      <ol className={classes['setup']}>
        <li>
          <Trans>Connect here, and copy the key that is shown once.</Trans>
        </li>
        <li>
          <Trans>
            Download <a href={skillUrl}>SKILL.md</a> into <span className="mono">{skillFolder}</span>. It stands at{' '}
            <span className="mono">{skillUrl}</span> and tells the agent every call there is.
          </Trans>
        </li>
        <li>
          <Trans>
            Put the key into <span className="mono">{settingsFile}</span> as <span className="mono">{keySetting}</span>.
          </Trans>
        </li>
        <li>
          <Trans>Restart the agent’s gateway.</Trans>
        </li>
      </ol>
      <p className="muted">
        <Trans>
          The key may: <span className="mono">{scopes.join(' ')}</span>
        </Trans>
      </p>
    </>
  );
}
