import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../../data/session.tsx';
import { useLiveQuery } from '../../../../data/use-live-query.ts';
import { usePolling } from '../../../../data/use-polling.ts';
import { Loaded } from '../../../../parts/loaded.tsx';
import { Section } from '../../../../parts/section.tsx';
import { WidgetAssistantDocument } from '../../generated/operations.ts';
import classes from '../../widgets.module.css';
import { TeachWidget } from './teach-widget.tsx';

const lookMs = 15_000;

/** What the widget's model answers from, and how much it may use. */
export function Assistant({ widgetId }: { readonly widgetId: string }) {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const [isOpen, setOpen] = useState(false);
  const query = useLiveQuery(WidgetAssistantDocument, { variables: { id: widgetId }, on: [] });
  usePolling(query.refresh, lookMs);
  return (
    <Section
      title={t`What its assistant answers from`}
      note={
        <Trans>
          A language model answers from this text and the conversation alone, where the operator set one up. Without
          one, fixed rules answer.
        </Trans>
      }
    >
      <Loaded query={query} lines={3}>
        {({ node }) =>
          node?.kind === 'Widget' ? (
            <>
              {node.knowledge === null ? (
                <p className="muted">
                  <Trans>Nothing yet: it leaves what it is asked to the team.</Trans>
                </p>
              ) : (
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, which a keyboard can only where it takes the focus
                <div className={classes['knowledge']} role="region" tabIndex={0} aria-label={t`Text`}>
                  {node.knowledge}
                </div>
              )}
              <p className="muted figures">
                <Trans>
                  {i18n.number(node.modelTokensToday)} of {i18n.number(node.modelTokensPerDay)} tokens used today, which
                  ends at midnight UTC
                </Trans>
              </p>
              {may('widgets:write') && (
                <Button variant="default" size="xs" onClick={() => setOpen(true)}>
                  <Trans>Edit the text</Trans>
                </Button>
              )}
              <TeachWidget widget={node} isOpen={isOpen} onClose={() => setOpen(false)} />
            </>
          ) : null
        }
      </Loaded>
    </Section>
  );
}
