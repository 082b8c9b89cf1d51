import { isLeadSource, leadSources, unlistedAs } from './sources.ts';

/** What a lead of the source is where nobody says otherwise. The database fills in the same for whoever writes none. */
export const usualTargetType = (source: string): string =>
  leadSources[isLeadSource(source) ? source : unlistedAs].targetTypes[0];
