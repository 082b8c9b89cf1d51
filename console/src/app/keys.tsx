import { useCommandList } from './commands.tsx';
import { useKeys } from './use-keys.ts';
import { useKeysSetting } from './use-keys-setting.ts';

const none = [] as const;

/** Runs what is offered by its keys; apart from the shell, which is not drawn anew when a screen offers something else. */
export function Keys() {
  const commands = useCommandList();
  const [areOn] = useKeysSetting();
  useKeys(areOn ? commands : none);
  return null;
}
