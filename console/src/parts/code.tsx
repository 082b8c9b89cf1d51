import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CopyButton } from '@mantine/core';
import classes from './code.module.css';

type Props = { readonly text: string; /** What it is, for those who cannot see it. */ readonly label: string };

/** Text as it is, byte for byte, one click to copy. */
export function Code({ text, label }: Props) {
  const { t } = useLingui();
  return (
    <div className={classes['code']}>
      <CopyButton value={text} timeout={1500}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="default"
            className={classes['copy'] ?? ''}
            onClick={copy}
            aria-label={copied ? t`Copied` : t`Copy ${label}`}
          >
            {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
          </Button>
        )}
      </CopyButton>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, which a keyboard can only where it takes the focus */}
      <pre className={classes['text']} role="region" aria-label={label} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
