import { type ComponentType, createElement, use } from 'react';

/** The files of a screen are not there: the server has others by now, or it cannot be reached. */
export class ScreenIsGone extends Error {
  /** Lets the screen be loaded anew when it is drawn the next time. */
  readonly forget: () => void;
  constructor(cause: unknown, forget: () => void) {
    super('The screen could not be loaded.', { cause });
    this.forget = forget;
  }
}

/** Which address was reloaded for its screen: one that still has none then will not have it after another time. */
const reloadedKey = 'tributary.reloaded';

export const hasBeenReloaded = (): boolean => sessionStorage.getItem(reloadedKey) === location.pathname;

export function reloadForScreen(): void {
  sessionStorage.setItem(reloadedKey, location.pathname);
  location.reload();
}

/**
 * A screen that is loaded when it is first gone to. The router's own would reload the page by itself where its files are gone, with
 * all that is being typed, and would never try a second time.
 */
export function lazyScreen(load: () => Promise<ComponentType>) {
  let loading: Promise<ComponentType> | null = null;
  let hasFailed = false;
  const forget = () => void ([loading, hasFailed] = [null, false]);

  async function begin(): Promise<ComponentType> {
    try {
      const screen = await load();
      if (hasBeenReloaded()) sessionStorage.removeItem(reloadedKey);
      return screen;
    } catch (cause) {
      hasFailed = true;
      throw new ScreenIsGone(cause, forget);
    }
  }

  function Lazy() {
    loading ??= begin();
    return createElement(use(loading));
  }
  /** Ahead of its being drawn, which tells of what failed. */
  Lazy.preload = async () => {
    if (hasFailed) forget();
    loading ??= begin();
    await loading.catch(() => undefined);
  };
  return Lazy;
}
