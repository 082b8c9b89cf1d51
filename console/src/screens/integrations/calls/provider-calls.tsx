import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Center, Group, NativeSelect } from '@mantine/core';
import { useAddress } from '../../../app/use-address.ts';
import { usePages } from '../../../data/use-pages.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { Row, Rows } from '../../../parts/rows.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { Section } from '../../../parts/section.tsx';
import { When } from '../../../parts/when.tsx';
import { ProviderCallsDocument } from '../generated/operations.ts';
import classes from '../integrations.module.css';
import { callOutcomes, capabilities, isCallOutcome, isCapability } from '../words.ts';

const lookMs = 15_000;

/** What left for providers, newest first: for whom, how it went, and why not. */
export function ProviderCalls() {
  const { t, i18n } = useLingui();
  const { search, filter } = useAddress();
  const { calls: of, went } = search;
  const capability = isCapability(of) ? of : null;
  const outcome = isCallOutcome(went) ? went : null;
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(ProviderCallsDocument, {
    variables: (page) => ({ ...page, capability, outcome }),
    select: ({ providerCalls }) => providerCalls,
    on: [],
  });
  usePolling(query.refresh, lookMs);
  return (
    <Section
      title={t`Calls of providers`}
      note={<Trans>What left this server for others, newest first. What was said is not kept with it.</Trans>}
      actions={
        <Group gap="xs">
          <NativeSelect
            size="xs"
            aria-label={t`For what`}
            value={capability ?? ''}
            data={[
              { value: '', label: t`Anything` },
              ...Object.entries(capabilities).map(([value, word]) => ({ value, label: i18n._(word) })),
            ]}
            onChange={(event) => filter({ calls: event.currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            aria-label={t`How it went`}
            value={outcome ?? ''}
            data={[
              { value: '', label: t`However it went` },
              ...Object.entries(callOutcomes).map(([value, word]) => ({ value, label: i18n._(word) })),
            ]}
            onChange={(event) => filter({ went: event.currentTarget.value })}
          />
        </Group>
      }
    >
      <Loaded query={query} lines={3}>
        {() =>
          nodes.length === 0 ? (
            <p className="muted">
              <Trans>Nothing has been asked of a provider yet, or nothing that is like this.</Trans>
            </p>
          ) : (
            <Rows aria-label={t`Calls of providers`}>
              {nodes.map((call) => (
                <Row key={call.id} className={classes['run']}>
                  <div>
                    <div className={classes['name']}>{i18n._(capabilities[call.capability])}</div>
                    <span className="muted">{call.provider}</span>
                  </div>
                  <div>
                    <span className={classes[call.outcome === 'SUCCEEDED' ? 'good' : 'bad']}>
                      {i18n._(callOutcomes[call.outcome])}
                    </span>{' '}
                    <span className="muted figures">
                      <Trans>{call.durationMs} ms</Trans>
                      {call.tries > 1 && (
                        <>
                          {' · '}
                          <Trans>{call.tries} tries</Trans>
                        </>
                      )}
                    </span>
                    {call.error !== null && <div className={classes['bad']}>{call.error}</div>}
                    {call.conversationId !== null && (
                      <div>
                        <ScreenLink path="inbox" id={call.conversationId}>
                          <Trans>Its conversation</Trans>
                        </ScreenLink>
                      </div>
                    )}
                  </div>
                  <When at={call.createdAt} />
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Center>
          <Button variant="default" size="xs" loading={isReadingOn} onClick={readOn}>
            <Trans>Older calls</Trans>
          </Button>
        </Center>
      )}
    </Section>
  );
}
