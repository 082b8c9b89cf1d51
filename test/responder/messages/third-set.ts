/*
 * A third labelled set. Whoever wrote and labelled these messages had not seen the rules, nor the sets they were made by,
 * and labelled them before the first run, whose figures stand in the test. The rules were changed by it since: its figures
 * no longer say how far they carry.
 *
 * What is right: contact details are the writer's own; a budget is what they can spend, not a price, a fee, a turnover
 * or what they paid; a timeline is by when or for when, not when something was, nor when to call; authority is who
 * decides; the need is what they are after, without the budget and the timeline; complaints, thanks, spam and questions
 * about opening hours and the like have none.
 */
import { care } from './third-set/care.ts';
import { offices } from './third-set/offices.ts';
import { french, german, spanish } from './third-set/other-languages.ts';
import { shops } from './third-set/shops.ts';
import { names, software } from './third-set/software.ts';
import { trades } from './third-set/trades.ts';
import type { VisitorMessage } from './visitor-message.ts';

export const thirdSetInEnglish: readonly VisitorMessage[] = [
  ...trades,
  ...care,
  ...offices,
  ...shops,
  ...software,
  ...names,
];

export const thirdSet: readonly VisitorMessage[] = [...thirdSetInEnglish, ...french, ...spanish, ...german];
