import { arrivals } from '../cast/arrivals.ts';
import { englishNow, englishTalks } from '../cast/english.ts';
import { frenchNow, frenchTalks } from '../cast/french.ts';
import { spanishNow, spanishTalks } from '../cast/spanish.ts';
import type { Talk } from '../cast/talk.ts';
import { dayMs, hourMs, midnightOf, minuteMs, minutes } from '../stage/times.ts';
import { outagesBefore, type Span } from './hosts.ts';
import { everyNight } from './every-night.ts';
import { leadArrives } from './lead-arrives.ts';
import { reports } from './reports.ts';
import { retryByHand } from './retry-by-hand.ts';
import type { Story } from './story.ts';
import { talkIsHeld } from './talk-is-held.ts';

/** Leads and conversations of an ordinary day, between eight in the morning and nine in the evening. */
const usual = { leads: 4, talks: 2, from: 13 * hourMs, until: 26 * hourMs } as const;

/** Talks in turn, so that a month has them all and no two in a row are the same. */
const talks: readonly Talk[] = [englishTalks, frenchTalks, spanishTalks]
  .flatMap((ofLanguage, at) => ofLanguage.map((talk, index) => ({ talk, order: (index + at / 3) / ofLanguage.length })))
  .toSorted((a, b) => a.order - b.order)
  .map(({ talk }) => talk);

/** Plans all that happens of itself; the rest follows from it. */
export function planMonth(story: Story): void {
  const { begin, end, chance } = story;
  let told = 0;
  for (let day = midnightOf(begin); day < end; day += dayMs) {
    const times = (count: number) =>
      Array.from({ length: count }, () => day + usual.from + chance.below(usual.until - usual.from));
    const isOfStory = (time: number) => time > begin + hourMs && time < end - 2 * hourMs;
    for (const at of times(usual.leads + chance.below(3) - 2).filter(isOfStory)) leadArrives(story, at);
    for (const at of times(usual.talks)
      .sort((a, b) => a - b)
      .filter(isOfStory)) {
      const talk = talks[told % talks.length];
      told += 1;
      if (talk) talkIsHeld(story, talk, at);
    }
    everyNight(story, day + 7 * hourMs);
  }
  const { short, long } = outagesBefore(end);
  adRuns(story, short);
  adRuns(story, long);
  retryByHand(story, midnightOf(end) - dayMs + 14.5 * hourMs);
  reports(story);
  present(story);
}

/** An advertisement that went well while the CRM was away. */
function adRuns(story: Story, { from, until }: Span): void {
  const ad = arrivals.find(({ source }) => source === 'facebook_lead_ad');
  if (from < story.begin + hourMs) return;
  for (let at = from + 2 * minuteMs; at < until - 3 * minuteMs; at += minutes(story.chance, 6, 24))
    leadArrives(story, at, ad);
}

/** What is under way now: somebody is answered, three wait, and one talks to the assistant. */
function present(story: Story): void {
  const minutesAgo: readonly (readonly [number, Talk])[] = [
    [96, frenchNow],
    [47, spanishNow],
    [24, englishNow.waiting],
    [17, englishNow.held],
    [4, englishNow.open],
  ];
  for (const [ago, talk] of minutesAgo) talkIsHeld(story, talk, story.end - ago * minuteMs, { isOver: false });
}
