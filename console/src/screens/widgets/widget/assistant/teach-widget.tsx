import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useMutate } from '../../../../data/use-mutate.ts';
import { Dialog, FormEnd } from '../../../../parts/dialog.tsx';
import { NotDone } from '../../../../parts/not-done.tsx';
import { tellDone } from '../../../../parts/tell.ts';
import { TeachWidgetDocument } from '../../generated/operations.ts';

type Taught = { readonly id: string; readonly knowledge: string | null; readonly modelTokensPerDay: number };
type Props = { readonly widget: Taught; readonly isOpen: boolean; readonly onClose: () => void };

const longest = 20_000;
const mostTokens = 1_000_000_000;

/** Changes what a widget's model answers from, and how much it may use in a day. */
export function TeachWidget({ widget, isOpen, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`What its assistant answers from`} size="lg">
      {isOpen && <Fields widget={widget} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ widget, onClose }: Omit<Props, 'isOpen'>) {
  const { t, i18n } = useLingui();
  const teach = useMutate(TeachWidgetDocument);
  const [text, setText] = useState(widget.knowledge ?? '');
  const [tokens, setTokens] = useState<number | string>(widget.modelTokensPerDay);
  const [error, setError] = useState<CombinedError | null>(null);
  const [isSaving, setSaving] = useState(false);
  const written = text.trim().length;
  const [count, most] = [i18n.number(written), i18n.number(longest)];

  async function save() {
    setSaving(true);
    const input = { knowledge: text.trim() || null, modelTokensPerDay: Number(tokens) };
    const { error: failed } = await teach({ id: widget.id, input });
    setSaving(false);
    setError(failed);
    if (failed) return;
    tellDone(t`Widget changed`);
    onClose();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <NotDone title={t`Not saved`} error={error} />
        <Textarea
          data-autofocus
          autosize
          minRows={8}
          maxRows={20}
          label={t`Text`}
          description={t`What you sell, to whom, at what price, when you are there. Visitors can be told all of it.`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={written > longest && t`That is too long.`}
        />
        <p className="muted figures" role="status">
          <Trans>
            {count} of {most} characters
          </Trans>
        </p>
        <NumberInput
          required
          min={0}
          max={mostTokens}
          allowDecimal={false}
          thousandSeparator=","
          label={t`Tokens a day`}
          description={t`Beyond, fixed rules answer until the next day. An answer takes some hundred to some thousand.`}
          value={tokens}
          onChange={setTokens}
        />
        <FormEnd onCancel={onClose} isBusy={isSaving} disabled={tokens === '' || written > longest}>
          <Trans>Save</Trans>
        </FormEnd>
      </Stack>
    </form>
  );
}
