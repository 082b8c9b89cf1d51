/** Chance that is the same at every run. The demo tells its story by it too. */
export { type Chance, createChance } from '../../src/commands/demo/stage/chance.ts';
