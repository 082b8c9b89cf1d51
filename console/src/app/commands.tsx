import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useLatest } from '../data/use-latest.ts';

export type Command = {
  /** A verb and what it is done to, as the palette and the list of keys show it. */
  readonly name: string;
  /** A key, or two in a row such as `g i`; absent where it has none. */
  readonly key?: string;
  readonly run: () => void;
};

type Add = (commands: readonly Command[]) => () => void;

// Apart from each other: who offers commands is not drawn anew when others do.
const AddContext = createContext<Add | null>(null);
const ListContext = createContext<readonly Command[]>([]);

export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [sets, setSets] = useState<ReadonlySet<readonly Command[]>>(new Set());
  const [add] = useState(() => (commands: readonly Command[]) => {
    setSets((before) => new Set([...before, commands]));
    return () => setSets((before) => new Set([...before].filter((other) => other !== commands)));
  });
  const list = useMemo(() => [...sets].flat(), [sets]);
  return (
    <AddContext value={add}>
      <ListContext value={list}>{children}</ListContext>
    </AddContext>
  );
}

export const useCommandList = (): readonly Command[] => useContext(ListContext);

/** Offers commands as long as the calling component is shown. They may close over what they like: the latest are run. */
export function useCommands(commands: readonly Command[]): void {
  const add = useContext(AddContext);
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
