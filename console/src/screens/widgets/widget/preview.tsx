import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { page } from '../../../page.ts';
import classes from '../widgets.module.css';

type Props = {
  /** Its public key; null where nobody here knows it. */
  readonly widgetKey: string | null;
  readonly allowedOrigins: readonly string[];
};

/** Such as no widget has: it shows the button and the panel all the same. */
const anyKey = 'cw_live_preview';

/** The chat as it stands on a page, in a frame that reaches nothing of this one. */
export function Preview({ widgetKey, allowedOrigins }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const key = widgetKey ?? (/^cw_live_\S+$/.test(typed.trim()) ? typed.trim() : null);
  return (
    <section className={classes['section']} aria-labelledby="preview">
      <Title order={2} id="preview" mb="xs">
        <Trans>How it looks</Trans>
      </Title>
      {widgetKey === null && (
        <TextInput
          mb="sm"
          maw={420}
          label={t`Its key, to talk with it here`}
          placeholder="cw_live_…"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <p className="muted">
        {key === null ? (
          <Trans>Its key is not known here, so nothing that is written in it is sent.</Trans>
        ) : allowedOrigins.includes('*') ? (
          <Trans>What is written in it is a real conversation, which then stands in the Inbox.</Trans>
        ) : (
          <Trans>
            It answers on its own pages alone. This frame is none of them: it would only answer here if any page (*)
            might use it.
          </Trans>
        )}
      </p>
      <iframe
        key={key}
        className={classes['preview']}
        title={t`The widget on a page`}
        sandbox="allow-scripts"
        src={`${page.base}/widget/preview#${encodeURIComponent(key ?? anyKey)}`}
      />
    </section>
  );
}
