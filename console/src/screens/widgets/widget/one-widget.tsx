import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { WidgetDocument } from '../generated/operations.ts';
import { Assistant } from './assistant/assistant.tsx';
import { OnYourPage } from './on-your-page.tsx';
import { Preview } from './preview.tsx';
import { WidgetActions } from './widget-actions.tsx';
import { WidgetFacts } from './widget-facts.tsx';

const lookMs = 15_000;

/** A widget: which pages may use it, what comes of it, and how it gets onto a page. */
export function OneWidget({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const query = useLiveQuery(WidgetDocument, { variables: { id }, on: [] });
  // No event tells of widgets.
  usePolling(query.refresh, lookMs);
  return (
    <>
      <nav aria-label={t`Way back`}>
        <ScreenLink path="widgets">
          <Trans>← All widgets</Trans>
        </ScreenLink>
      </nav>
      <Loaded query={query}>
        {({ node }) => {
          if (node?.kind !== 'Widget')
            return (
              <>
                <ScreenHeader title={t`Widgets`} />
                <Empty title={t`There is no such widget`}>
                  <Trans>It may have been deleted. Its conversations are in the Inbox all the same.</Trans>
                </Empty>
              </>
            );
          return (
            <>
              <ScreenHeader title={node.name}>
                <WidgetActions widget={node} />
              </ScreenHeader>
              <WidgetFacts widget={node} />
              <Assistant widgetId={node.id} />
              <OnYourPage widget={node} />
              <Preview widgetKey={node.demoKey} allowedOrigins={node.allowedOrigins} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
