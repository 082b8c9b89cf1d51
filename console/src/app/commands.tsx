import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useLatest } from '../data/use-latest.ts';

export type Command = {
  /** A verb and what it is done to, as the palette and the list of keys show it. */
  readonly name: string;
  /** A key, or two in a row such as `g i`; absent where it has none. */
  readonly key?: string;
  readonly run: () => void;
};

type Commands = { readonly list: readonly Command[]; readonly add: (commands: readonly Command[]) => () => void };

const CommandsContext = createContext<Commands | null>(null);

export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [sets, setSets] = useState<ReadonlySet<readonly Command[]>>(new Set());
  const [add] = useState(() => (commands: readonly Command[]) => {
    setSets((before) => new Set([...before, commands]));
    return () => setSets((before) => new Set([...before].filter((other) => other !== commands)));
  });
  const value = useMemo(() => ({ list: [...sets].flat(), add }), [sets, add]);
  return <CommandsContext value={value}>{children}</CommandsContext>;
}

export function useCommandList(): readonly Command[] {
  return useContext(CommandsContext)?.list ?? [];
}

/** Offers commands as long as the calling component is shown. They may close over what they like: the latest are run. */
export function useCommands(commands: readonly Command[]): void {
  const add = useContext(CommandsContext)?.add;
  const latest = useLatest(commands);
  const shown = commands.map(({ name, key }) => `${name}\u0000${key ?? ''}`).join('\u0001');
  useEffect(() => {
    if (shown === '') return undefined;
    const kept = shown.split('\u0001').map((text, index): Command => {
      const [name = '', key = ''] = text.split('\u0000');
      return { name, ...(key !== '' && { key }), run: () => latest.current[index]?.run() };
    });
    return add?.(kept);
  }, [add, shown, latest]);
}
