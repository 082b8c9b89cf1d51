import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useMutate } from '../../../data/use-mutate.ts';
import { FormEnd } from '../../../parts/dialog.tsx';
import { NotDone } from '../../../parts/not-done.tsx';
import { tellDone } from '../../../parts/tell.ts';
import { DraftMailDocument } from '../generated/operations.ts';

type Props = { readonly leadId: string; readonly onDrafted: () => void; readonly onClose: () => void };

/** Has the model draft a mail from what it is to say. */
export function AskForDraft({ leadId, onDrafted, onClose }: Props) {
  const { t } = useLingui();
  const draft = useMutate(DraftMailDocument);
  const [instructions, setInstructions] = useState('');
  const [error, setError] = useState<CombinedError | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function ask() {
    setBusy(true);
    const { data, error: refused } = await draft({ leadId, instructions: instructions.trim() });
    setBusy(false);
    setError(refused);
    if (refused) return;
    tellDone(
      data.draftEmail.email.aiWritten
        ? t`A draft waits to be approved`
        : t`The model did not answer: a draft with your words waits to be finished`,
    );
    onDrafted();
    onClose();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (instructions.trim() !== '') void ask();
      }}
    >
      <Stack gap="md">
        <NotDone title={t`No draft was made`} error={error} />
        <Textarea
          data-autofocus
          required
          label={t`What it is to say`}
          description={t`The model writes it. It goes out once somebody has read and approved it.`}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2000}
          value={instructions}
          onChange={(event) => setInstructions(event.currentTarget.value)}
        />
        <FormEnd onCancel={onClose} isBusy={isBusy} disabled={instructions.trim() === ''}>
          <Trans>Draft it</Trans>
        </FormEnd>
      </Stack>
    </form>
  );
}
