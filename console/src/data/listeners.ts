/** Who is told of something, each until it calls what adding it answered. */
export function createListeners<Args extends readonly unknown[]>() {
  const listeners = new Set<(...args: Args) => void>();
  return {
    add(listener: (...args: Args) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (...args: Args) => {
      for (const listener of listeners) listener(...args);
    },
  };
}
