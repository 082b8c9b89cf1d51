import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useMutate } from '../../../../data/use-mutate.ts';
import { ImportLeadDocument } from '../../generated/operations.ts';
import { type Import, type Row, runImport, type Settings } from './run-import.ts';
import type { Fault } from './to-input.ts';

/** An import that can be stopped and gone on with. Whoever leaves the page while it runs is asked. */
export function useImport() {
  const { t } = useLingui();
  const make = useMutate(ImportLeadDocument);
  const stop = useRef(false);
  const [current, setCurrent] = useState<Import | null>(null);
  const isRunning = current?.state === 'running';

  useEffect(() => {
    if (!isRunning) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isRunning]);
  // Who goes to another screen sees no more of it, so it ends there.
  useEffect(() => () => void (stop.current = true), []);

  function tell({ problem, words }: Fault): string {
    if (problem === 'word') return t`must be one of ${words.join(', ')}`;
    if (problem === 'owner') return t`nobody on the team is called that`;
    return problem === 'truth' ? t`must be yes or no` : t`must be a whole number`;
  }

  return {
    current,
    /** Begins, or goes on with what is left of `current`. */
    run(rows: readonly Row[], settings: Settings): void {
      stop.current = false;
      void runImport(rows, settings, { make, tell, show: setCurrent, stop }, current);
    },
    stop: (): void => void (stop.current = true),
    forget: (): void => setCurrent(null),
  };
}
