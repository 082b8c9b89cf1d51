/** A sleep that can be ended early; a call that comes while nobody sleeps ends the next one. */
export type WakeUp = {
  ring(): void;
  sleep(ms: number): Promise<void>;
};

export function createWakeUp(): WakeUp {
  let rung = false;
  let wake: (() => void) | null = null;

  return {
    ring() {
      if (wake) wake();
      else rung = true;
    },
    sleep(ms) {
      if (rung) {
        rung = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const timer = setTimeout(() => wake?.(), ms);
        wake = () => {
          clearTimeout(timer);
          wake = null;
          resolve();
        };
      });
    },
  };
}
