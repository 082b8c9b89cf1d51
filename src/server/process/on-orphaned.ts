type OrphanOptions = { readonly parentPid?: () => number; readonly everyMs?: number };

/**
 * Calls back once, when the process that started this one is gone. Stopping `npm start` by its pid ends npm and the
 * shell between (dash does not pass signals on), and would leave the server running with nobody to stop it.
 * @returns how to stop watching.
 */
export function onOrphaned(
  callback: () => void,
  { parentPid = () => process.ppid, everyMs = 250 }: OrphanOptions = {},
): () => void {
  const parent = parentPid();
  const timer = setInterval(() => {
    if (parentPid() === parent) return;
    clearInterval(timer);
    callback();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
