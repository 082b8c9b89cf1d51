/*
 * A held-out set that takes the place of the first one, which whoever improves the rules has seen by now. Whoever wrote
 * and labelled these messages had seen neither the rules nor any other set, and labelled them before the first run.
 * They were never used to change the rules, and are not to be: once a rule has been changed for one of them, the set
 * says nothing any more.
 *
 * Labelled is what a careful reader would note down, in the visitor's own words; where several extents of the same words
 * say the same, each is right. Contact details are the writer's own. A budget is what they can spend: no price, fee,
 * damage or past bill. A timeline is by when or for when: not when something was, nor when to ring. Authority is who
 * decides; that somebody is an owner or a partner says it only where they say so. The need is what they are after:
 * complaints, thanks, spam, and questions about prices, opening hours and the like have none.
 */
import { care } from './fresh/care.ts';
import { offices } from './fresh/offices.ts';
import { french, german, spanish } from './fresh/other-languages.ts';
import { places } from './fresh/places.ts';
import { shops } from './fresh/shops.ts';
import { software } from './fresh/software.ts';
import { trades } from './fresh/trades.ts';
import type { VisitorMessage } from './visitor-message.ts';

export const freshEnglish: readonly VisitorMessage[] = [
  ...trades,
  ...care,
  ...offices,
  ...shops,
  ...software,
  ...places,
];

export const freshMessages: readonly VisitorMessage[] = [...freshEnglish, ...french, ...spanish, ...german];
