import type { Agenda } from '../stage/agenda.ts';
import type { Actors } from '../stage/actors.ts';
import type { Chance } from '../stage/chance.ts';
import type { StoryClock } from '../stage/story-clock.ts';
import type { createVisitors } from '../cast/visitors.ts';
import type { World } from './world.ts';

/** What every part of the plot works with: parts plan what happens, and each thing plans what follows from it. */
export type Story = {
  readonly agenda: Agenda;
  readonly actors: Actors;
  readonly chance: Chance;
  readonly clock: StoryClock;
  readonly meet: ReturnType<typeof createVisitors>;
  readonly world: World;
  /** Milliseconds: when the story begins, and when it has come to the present. */
  readonly begin: number;
  readonly end: number;
};

/** So that nothing is planned twice: the time of the story now. */
export const nowOf = ({ clock }: Pick<Story, 'clock'>): number => clock.now().getTime();
