/** As long as the server takes a hint for true that nobody repeats. */
const holdsMs = 6000;

export type Typist = 'ai' | 'human';

/** Who of the team writes at this moment, by what the server hints. */
export function createTypingWatch(changed: () => void) {
  let who: Typist | null = null;
  let ending: ReturnType<typeof setTimeout> | undefined;

  function become(next: Typist | null): void {
    clearTimeout(ending);
    if (next !== null) ending = setTimeout(() => become(null), holdsMs);
    if (who === next) return;
    who = next;
    changed();
  }

  return {
    who: () => who,
    hear({ by, isTyping }: { readonly by: string; readonly isTyping: boolean }): void {
      if (by !== 'ai' && by !== 'human') return;
      if (isTyping) become(by);
      else if (who === by) become(null);
    },
    /** Their word is there, or nothing more is heard. */
    over: () => become(null),
  };
}

/** Tells the server that the visitor writes: every three seconds while they do, and once that they stopped. */
export function createTypingTeller(tell: (isTyping: boolean) => Promise<void>) {
  let toldAt: number | null = null;
  const send = (isTyping: boolean) => void tell(isTyping).catch(() => undefined);
  return {
    write(hasText: boolean): void {
      if (!hasText && toldAt !== null) {
        toldAt = null;
        send(false);
      } else if (hasText && (toldAt === null || Date.now() - toldAt >= holdsMs / 2)) {
        toldAt = Date.now();
        send(true);
      }
    },
    /** What they wrote is sent, which says it all. */
    sent: () => void (toldAt = null),
  };
}
