import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { createKeptWords } from '../../../data/kept-words.ts';
import { ownerOf } from '../../../data/own-words.ts';
import { isBeingAnswered, wasDone } from '../../../data/problem.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellDone } from '../../../parts/tell.ts';
import { ApproveDraftDocument, DiscardDraftDocument, type MailFactsFragment } from '../generated/operations.ts';

type Words = { readonly subject: string; readonly body: string };

const kept = createKeptWords<Words>('mail', (value) =>
  typeof value === 'object' &&
  value !== null &&
  'subject' in value &&
  typeof value.subject === 'string' &&
  'body' in value &&
  typeof value.body === 'string'
    ? { subject: value.subject, body: value.body }
    : null,
);

type NotDone = {
  readonly what: 'approve' | 'discard';
  readonly error: CombinedError;
  /** No answer came: it may have been done. */
  readonly isUnknown: boolean;
};

/** A draft with what was changed of it here, until it is approved or discarded; the changes stay with it until then. */
export function useDraft({ id, subject, bodyText, status }: MailFactsFragment, onChanged: () => void) {
  const { t } = useLingui();
  const { may, viewer } = useSession();
  const owner = ownerOf(viewer);
  const leads = may('leads:read');
  const [mine, setMine] = useState(() => kept.find(owner, id));
  const [isBusy, setBusy] = useState(false);
  const [notDone, setNotDone] = useState<NotDone | null>(null);
  const approveDraft = useMutate(ApproveDraftDocument);
  const discardDraft = useMutate(DiscardDraftDocument);
  const words: Words = mine ?? { subject, body: bodyText };
  const isDraft = status === 'DRAFT';

  function write(changed: Words | null): void {
    setMine(changed);
    kept.keep(owner, id, changed);
  }

  async function run(what: 'approve' | 'discard'): Promise<void> {
    setBusy(true);
    const { error } =
      what === 'approve'
        ? await approveDraft({ id, subject: mine?.subject ?? null, body: mine?.body ?? null, leads })
        : await discardDraft({ id, leads });
    setBusy(false);
    if (error && !wasDone(error)) {
      setNotDone({ what, error, isUnknown: error.networkError !== undefined || isBeingAnswered(error) });
    } else {
      setNotDone(null);
      write(null);
      tellDone(what === 'approve' ? t`Approved` : t`Discarded`);
    }
    // Whatever came of it: somebody else may have been first.
    onChanged();
  }

  const isMineSaid = mine?.subject.trim() === subject.trim() && mine.body.trim() === bodyText.trim();
  return {
    words,
    /** What was changed here, where the mail says something else and is no draft any more. */
    instead: isDraft || isMineSaid ? null : mine,
    change: (changes: Partial<Words>) => write({ ...words, ...changes }),
    isBusy,
    /** What was not done, and why; what is not known no longer than it is a draft. */
    notDone: notDone?.isUnknown === true && !isDraft ? null : notDone,
    /** Whether what was changed here may have gone out. */
    mayHaveGone: notDone?.isUnknown ?? false,
    run,
  };
}

export type Draft = ReturnType<typeof useDraft>;
