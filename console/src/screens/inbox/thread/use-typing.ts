import { useEffect, useState } from 'react';
import { useSession } from '../../../data/session.tsx';
import type { MessageRole, SaidFragment } from '../generated/operations.ts';

export type Typist = Exclude<MessageRole, 'SYSTEM'>;

/** As long as the server takes a hint for true that nobody repeats. */
const holdsMs = 6000;

/** Who writes in a conversation at this moment: until their message comes, it is told that they stopped, or time has passed. */
export function useTyping(id: string, messages: readonly SaidFragment[]): readonly Typist[] {
  const { live } = useSession();
  const [state, setState] = useState<{ readonly id: string; readonly who: readonly Typist[] }>({ id, who: [] });

  useEffect(() => {
    const endings = new Map<Typist, ReturnType<typeof setTimeout>>();
    const become = (by: Typist, isTyping: boolean) => {
      clearTimeout(endings.get(by));
      if (isTyping)
        endings.set(
          by,
          setTimeout(() => become(by, false), holdsMs),
        );
      setState((before) => {
        const others = before.id === id ? before.who.filter((other) => other !== by) : [];
        return { id, who: isTyping ? [...others, by] : others };
      });
    };
    const stop = live.onTyping(id, ({ by, isTyping }) => {
      if (by !== 'SYSTEM') become(by, isTyping);
    });
    return () => {
      stop();
      for (const ending of endings.values()) clearTimeout(ending);
    };
  }, [live, id]);

  const latest = messages.at(-1);
  const [heard, setHeard] = useState(latest?.id);
  if (latest?.id !== heard) {
    setHeard(latest?.id);
    setState((before) => ({ ...before, who: before.who.filter((by) => by !== latest?.role) }));
  }
  return state.id === id ? state.who : [];
}
