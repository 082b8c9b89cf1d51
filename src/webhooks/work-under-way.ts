export type WorkUnderWay = {
  readonly size: number;
  /** The work must not fail. */
  add(work: Promise<void>): void;
  /** Resolves once nothing is under way, what was added meanwhile included. */
  ended(): Promise<void>;
};

/** Keeps what was begun and has not ended. */
export function createWorkUnderWay(onEnd: () => void): WorkUnderWay {
  const underWay = new Set<Promise<void>>();
  return {
    get size() {
      return underWay.size;
    },
    add(work) {
      const tracked = work.finally(() => {
        underWay.delete(tracked);
        onEnd();
      });
      underWay.add(tracked);
    },
    async ended() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
