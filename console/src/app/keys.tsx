import { useCommandList } from './commands.tsx';
import { useKeys } from './use-keys.ts';

/** Runs what is offered by its keys; apart from the shell, which is not drawn anew when a screen offers something else. */
export function Keys() {
  useKeys(useCommandList());
  return null;
}
