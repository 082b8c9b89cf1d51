import { domainToUnicode } from 'node:url';

/** Words that are not written with one capital. */
const spellings: Readonly<Record<string, string>> = {
  ag: 'AG',
  ai: 'AI',
  bv: 'BV',
  gmbh: 'GmbH',
  hr: 'HR',
  it: 'IT',
  kg: 'KG',
  llc: 'LLC',
  llp: 'LLP',
  plc: 'PLC',
  sa: 'SA',
  uk: 'UK',
  us: 'US',
  usa: 'USA',
};

const consonantsOnly = /^[bcdfghjklmnpqrstvwxz]{2,4}$/;

function capitalise(word: string): string {
  const spelling = spellings[word];
  if (spelling !== undefined) return spelling;
  return consonantsOnly.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

/** A company's name as its domain spells it: `acme-dental` is Acme Dental. */
export const nameOfLabel = (label: string): string =>
  (domainToUnicode(label) || label).split('-').filter(Boolean).map(capitalise).join(' ');
