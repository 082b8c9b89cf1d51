/** Goes by a step through the links that this selects, from the one that has the focus; to the first where none has. */
export function walk(selector: string, step: number): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const here = all.findIndex((link) => link === document.activeElement);
  all[here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)]?.focus();
}
