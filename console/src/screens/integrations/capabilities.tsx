import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { AgentLanguage } from './agent-language.tsx';
import { IntegrationsDocument, type IntegrationState } from './generated/operations.ts';
import { TestButton } from './calls/test-button.tsx';
import { CalendarAccount, isCalendar } from './calendars/calendar-account.tsx';
import classes from './integrations.module.css';
import { capabilities, states } from './words.ts';

const lookMs = 15_000;

const looks = {
  CONNECTED: 'good',
  FAILING: 'bad',
  NOT_GRANTED: 'warn',
  BUILT_IN: 'name',
  NOT_CONFIGURED: 'warn',
} as const satisfies Record<IntegrationState, string>;

/** What the server has done by others, and what it does where it has not. */
export function Capabilities() {
  const { t, i18n } = useLingui();
  const query = useLiveQuery(IntegrationsDocument, { variables: {}, on: [] });
  usePolling(query.refresh, lookMs);
  return (
    <Section title={t`This server`} note={<Trans>What it has done by others, and what it does without them.</Trans>}>
      <Loaded query={query} lines={5}>
        {({ integrations }) => (
          <Rows aria-label={t`This server`}>
            {integrations.map(({ capability, state, detail, lastError }) => (
              <Row key={capability} className={classes['capability']}>
                <div>
                  <div className={classes['name']}>{i18n._(capabilities[capability])}</div>
                  <span className={classes[looks[state]]}>{i18n._(states[state])}</span>
                </div>
                <div>
                  {detail}
                  {(state === 'CONNECTED' || state === 'FAILING') && (
                    <>
                      {capability === 'TRANSLATION' && <AgentLanguage />}
                      <TestButton capability={capability} onTested={query.refresh} />
                    </>
                  )}
                  {lastError !== null && (
                    <div className={classes['bad']}>
                      <Trans>The latest call failed: {lastError}</Trans>
                    </div>
                  )}
                  {isCalendar(capability) && <CalendarAccount provider={capability} onChanged={query.refresh} />}
                </div>
              </Row>
            ))}
          </Rows>
        )}
      </Loaded>
    </Section>
  );
}
