import { Trans } from '@lingui/react/macro';
import { Alert, Title } from '@mantine/core';
import { page } from '../../../page.ts';
import { When } from '../../../parts/when.tsx';
import type { WidgetFactsFragment } from '../generated/operations.ts';
import { unknownKey } from '../snippet-of.ts';
import classes from '../widgets.module.css';
import { Snippet } from './snippet.tsx';
import { useWidgetKey } from './use-widget-key.ts';

/** How a widget gets onto a page, as far as its key is known here. */
export function OnYourPage({ widget }: { readonly widget: WidgetFactsFragment }) {
  const { hint, lastUsedAt, isRevoked } = useWidgetKey(widget.id);
  const whole = widget.demoKey;
  return (
    <section className={classes['section']} aria-labelledby="on-your-page">
      <Title order={2} id="on-your-page" mb="xs">
        <Trans>On your page</Trans>
      </Title>
      {isRevoked && (
        <Alert color="red" variant="light" mb="sm">
          <Trans>Its key was revoked, and pages can no longer chat with it. Make another widget in its place.</Trans>
        </Alert>
      )}
      <p>
        {hint === null ? (
          <Trans>Put its key where the dots are.</Trans>
        ) : lastUsedAt === null ? (
          <Trans>
            Its key begins with <span className="mono">{hint}</span> and was never used.
          </Trans>
        ) : (
          <Trans>
            Its key begins with <span className="mono">{hint}</span> and was last used <When at={lastUsedAt} />.
          </Trans>
        )}
      </p>
      <Snippet widgetKey={whole ?? unknownKey} />
      {whole !== null ? (
        <p>
          <a href={`${page.base}/demo`} target="_blank" rel="noreferrer">
            <Trans>Try it on the demo page</Trans>
          </a>{' '}
          <Trans>which everybody can open, and which is why its key is known here.</Trans>
        </p>
      ) : (
        <>
          <Title order={3}>
            <Trans>Where its key is</Trans>
          </Title>
          <p>
            <Trans>
              It was shown once, when the widget was made; only its hash is kept. A page that has the widget carries it
              in the open: look for <span className="mono">data-key</span> in its HTML. A widget gets no second key.
              Where the first is lost, make another widget like this one, put its snippet on the page, and delete this
              one: conversations and leads stay.
            </Trans>
          </p>
        </>
      )}
    </section>
  );
}
