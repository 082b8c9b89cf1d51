const firstMs = 700;
const longestMs = 30_000;

/** How long to wait after so many failures in a row: twice as long each time, and never as long as everybody else waits. */
export const backoffMs = (failures: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1)) * (0.5 + Math.random() / 2);

/** A wait that can be cut short. */
export function createNap() {
  let wakeUp = (): void => undefined;
  return {
    wake: (): void => wakeUp(),
    sleep: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
