import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellDone } from '../../../parts/tell.ts';
import { ApproveDraftDocument, DiscardDraftDocument, type MailFactsFragment } from '../generated/operations.ts';

type Words = { readonly subject: string; readonly body: string };

/** A draft with what was changed of it here, until it is approved or discarded. */
export function useDraft({ id, subject, bodyText }: MailFactsFragment, onChanged: () => void) {
  const { t } = useLingui();
  const { may } = useSession();
  const leads = may('leads:read');
  const [mine, setMine] = useState<Words | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{
    readonly what: 'approve' | 'discard';
    readonly error: CombinedError;
  } | null>(null);
  const approveDraft = useMutate(ApproveDraftDocument);
  const discardDraft = useMutate(DiscardDraftDocument);
  const words: Words = mine ?? { subject, body: bodyText };

  async function run(what: 'approve' | 'discard'): Promise<void> {
    setBusy(true);
    const { error } =
      what === 'approve'
        ? await approveDraft({ id, subject: mine?.subject ?? null, body: mine?.body ?? null, leads })
        : await discardDraft({ id, leads });
    setBusy(false);
    setRefused(error && { what, error });
    if (!error) {
      setMine(null);
      tellDone(what === 'approve' ? t`Approved` : t`Discarded`);
    }
    // Whatever came of it: somebody else may have been first.
    onChanged();
  }

  return {
    words,
    /** What was changed here and is not approved; null where nothing was. */
    mine,
    change: (changes: Partial<Words>) => setMine({ ...words, ...changes }),
    isBusy,
    /** What the server did not do, and why. */
    refused,
    run,
  };
}

export type Draft = ReturnType<typeof useDraft>;
