/** Tells that an organisation's log may have moved. A hint is worth 200 ms, never an event: it may be lost or come twice. */
export type Bus = {
  hint(orgId: string): void;
  /** Answers how to stop listening. */
  onHint(listener: (orgId: string) => void): () => void;
};

/** Hints within this process; several nodes use one that also passes them on. */
export function createBus(): Bus {
  const listeners = new Set<(orgId: string) => void>();
  return {
    hint(orgId) {
      for (const listener of listeners) listener(orgId);
    },
    onHint(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
