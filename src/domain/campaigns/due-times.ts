import { campaignPolicy, hourMs } from './policy.ts';

const { mailsPerDay, hoursBetweenMails } = campaignPolicy;

/**
 * When the mails of a campaign are due: each as soon as its delay after the one before it is over, and no sooner than
 * hourly and daily limits let it. A mail that is put off puts the later ones off only where they would come too close.
 */
export function dueTimes(start: Date, delaysHours: readonly number[]): Date[] {
  const due: number[] = [];
  let wanted = start.getTime();
  for (const delayHours of delaysHours) {
    wanted += delayHours * hourMs;
    const previous = due.at(-1) ?? -Infinity;
    const aDayFull = due.at(-mailsPerDay) ?? -Infinity;
    due.push(Math.max(wanted, previous + hoursBetweenMails * hourMs, aDayFull + 24 * hourMs));
  }
  return due.map((time) => new Date(time));
}
