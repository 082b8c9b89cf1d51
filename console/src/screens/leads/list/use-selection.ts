import { useMemo, useRef, useState } from 'react';

export const mostSelected = 200;

/** Which rows are chosen; with shift, all between the last one and this. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const selected = useMemo(() => ids.filter((id) => chosen.has(id)).slice(0, mostSelected), [ids, chosen]);
  return {
    selected,
    has: (id: string) => chosen.has(id),
    clear: () => setChosen(new Set()),
    setAll: (isOn: boolean) => setChosen(isOn ? new Set(ids.slice(0, mostSelected)) : new Set()),
    toggle(id: string, isRange = false) {
      const [from, to] = [ids.indexOf(last.current ?? id), ids.indexOf(id)];
      const run = isRange && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      last.current = id;
      setChosen((before) => {
        const next = new Set(before);
        const isOn = !before.has(id);
        for (const one of run) {
          if (isOn) next.add(one);
          else next.delete(one);
        }
        return next;
      });
    },
  };
}

export type Selection = ReturnType<typeof useSelection>;
