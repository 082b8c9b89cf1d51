import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { Deliveries } from '../delivery/deliveries.tsx';
import { EndpointDocument } from '../generated/operations.ts';
import { ProgressProvider } from '../replay/progress.tsx';
import { Replaying } from '../replay/replaying.tsx';
import { useReplay } from '../replay/use-replay.ts';
import { EndpointActions } from './endpoint-actions.tsx';
import { EndpointFacts } from './endpoint-facts.tsx';

/** An endpoint: how it goes, what it is, what can be done, and what was posted to it. */
export function OneEndpoint({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const query = useLiveQuery(EndpointDocument, { variables: { id }, on: ['WEBHOOK_'] });
  const replaying = useReplay(id);
  const [isReplayOpen, setReplayOpen] = useState(false);
  return (
    <ProgressProvider endpointId={id} replay={replaying.replay}>
      <nav aria-label={t`Way back`}>
        <ScreenLink path="webhooks">
          <Trans>← All endpoints</Trans>
        </ScreenLink>
      </nav>
      <Loaded query={query}>
        {({ node }) => {
          if (node?.kind !== 'WebhookEndpoint')
            return (
              <>
                <ScreenHeader title={t`Webhooks`} />
                <Empty title={t`There is no such endpoint`}>
                  <Trans>It may have been deleted.</Trans>
                </Empty>
              </>
            );
          return (
            <>
              <ScreenHeader title={node.url}>
                <EndpointActions
                  endpoint={node}
                  onChanged={query.refresh}
                  replaying={replaying}
                  isReplayOpen={isReplayOpen}
                  onReplayOpen={setReplayOpen}
                />
              </ScreenHeader>
              <EndpointFacts endpoint={node} onChanged={query.refresh} />
              <section aria-labelledby="deliveries">
                <Title order={2} id="deliveries" mb="sm">
                  <Trans>Deliveries</Trans>
                </Title>
                <Replaying
                  endpointId={id}
                  replay={isReplayOpen ? null : replaying.replay}
                  onForget={replaying.forget}
                  onGreen={query.refresh}
                />
                <Deliveries endpointId={id} />
              </section>
            </>
          );
        }}
      </Loaded>
    </ProgressProvider>
  );
}
