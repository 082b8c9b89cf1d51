import type { MessageDescriptor } from '@lingui/core';
import type { ComponentType } from 'react';

export type Screen = {
  /** The last part of its address, `/console/<path>`; Home’s is empty. */
  readonly path: string;
  readonly name: MessageDescriptor;
  /** Where it stands among the links; tens, so that others fit in between. */
  readonly order: number;
  /** A path of 24 by 24, drawn as a line. */
  readonly icon: string;
  /** The scopes without which there is nothing to see: then it is not offered. */
  readonly needs: readonly string[];
  /** The second key of its way by keyboard: `g` and then this. */
  readonly key: string;
  readonly load: () => Promise<ComponentType>;
};

const found = import.meta.glob<{ readonly screen: Screen }>('./screens/*/screen.ts', { eager: true });

/** Every folder below screens/ that says in its screen.ts what it is. */
export const screens: readonly Screen[] = Object.values(found)
  .map(({ screen }) => screen)
  .toSorted((one, other) => one.order - other.order);
