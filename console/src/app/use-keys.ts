import { useEffect } from 'react';
import type { Command } from './commands.tsx';
import { useLatest } from '../data/use-latest.ts';

const pauseMs = 900;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Runs commands by their keys, unless somebody writes or a dialog is open. */
export function useKeys(commands: readonly Command[]): void {
  const latest = useLatest(commands);
  useEffect(() => {
    let begun = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector('[aria-modal="true"]')) return;
      const pressed = begun === '' ? event.key : `${begun} ${event.key}`;
      clearTimeout(timer);
      begun = '';
      const found = latest.current.find(({ key }) => key === pressed);
      if (found) {
        event.preventDefault();
        return found.run();
      }
      if (!latest.current.some(({ key }) => key?.startsWith(`${event.key} `))) return;
      begun = event.key;
      timer = setTimeout(() => void (begun = ''), pauseMs);
    };
    addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKey);
    };
  }, [latest]);
}
