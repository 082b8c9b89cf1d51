import type { Chance } from './chance.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The hours in which the team works, in UTC: nine to six in Toronto. */
const opens = 14;
const closes = 23;

export const midnightOf = (time: number): number => Math.floor(time / dayMs) * dayMs;

/** So many minutes, in milliseconds. */
export const minutes = (chance: Chance, least: number, most: number): number =>
  Math.round((least + (chance.below(10_000) / 10_000) * (most - least)) * minuteMs);

export const hours = (chance: Chance, least: number, most: number): number => minutes(chance, least * 60, most * 60);

/** That time, or where nobody works then the next morning on which somebody does. */
export function atWork(chance: Chance, time: number): number {
  const hour = new Date(time).getUTCHours();
  const isWeekend = [0, 6].includes(new Date(time).getUTCDay());
  if (!isWeekend && hour >= opens && hour < closes) return time;
  const morning = midnightOf(time) + (hour >= closes ? dayMs : 0) + opens * hourMs;
  const weekday = new Date(morning).getUTCDay();
  const skipped = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return morning + skipped * dayMs + minutes(chance, 2, 100);
}
