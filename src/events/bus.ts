/** Tells how far an organisation's log has come. A hint is worth 200 ms, never an event: it may be lost, come twice or be made up. */
export type Bus = {
  hint(orgId: string, position: bigint): void;
  /** Answers how to stop listening. */
  onHint(listener: (orgId: string, position: bigint) => void): () => void;
};

/** Hints within this process, and to and from other nodes where there is a way to them. */
export function createBus(others?: Bus): Bus {
  const listeners = new Set<(orgId: string, position: bigint) => void>();
  const tell = (orgId: string, position: bigint) => {
    for (const listener of listeners) listener(orgId, position);
  };
  others?.onHint(tell);
  return {
    hint(orgId, position) {
      tell(orgId, position);
      others?.hint(orgId, position);
    },
    onHint(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
