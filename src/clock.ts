/** Where every time in the product comes from; tests inject their own. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
