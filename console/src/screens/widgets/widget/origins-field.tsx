import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { readOrigins } from '../origins.ts';
import classes from '../widgets.module.css';

type Props = { readonly text: string; readonly onChange: (text: string) => void };

/** Which pages may use a widget, one a line. */
export function OriginsField({ text, onChange }: Props) {
  const { t } = useLingui();
  const origins = readOrigins(text);
  return (
    <>
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        label={t`Pages that may use it`}
        description={t`One origin a line, such as https://example.com: scheme, host and port, nothing behind. * is any page, so whoever copies the snippet has your chat on theirs.`}
        placeholder="https://example.com"
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => onChange(origins.join('\n'))}
      />
      {origins.length === 0 && (
        <p className={`muted ${classes['hint'] ?? ''}`}>
          <Trans>Without an origin no page can chat, only programs that send none.</Trans>
        </p>
      )}
    </>
  );
}
