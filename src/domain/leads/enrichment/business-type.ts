/** What a company's name or domain says plainly of its business; the first that is found decides. */
const types: readonly (readonly [type: string, words: RegExp])[] = [
  ['Dental practice', /dental|dentist|orthodont/],
  ['Veterinary practice', /veterinar|animal hospital|\bvet(s| clinic)?\b/],
  ['Healthcare', /clinic|hospital|medical|healthcare|pharmac|chiropract|physio/],
  ['Law firm', /attorney|lawyer|solicitor|\blaw\b|\blegal\b|law(firm|office|group)/],
  ['Real estate', /real ?estate|realty|realtor|\bproperties\b|immobil/],
  ['Insurance', /insurance|\bassurance\b/],
  ['Financial services', /\bbank\b|banking|\bcapital\b|\bfinance\b|financial|accounting|accountant/],
  ['Restaurant', /restaurant|pizzeria|bistro|trattoria|\bcafe\b/],
  ['Hotel', /\bhotels?\b|\bresort\b|hostel/],
  ['Education', /\bschool\b|university|college|academy|\beducation\b/],
  ['Construction', /construction|roofing|plumbing|\bbuilders?\b|contractors?\b/],
  ['Logistics', /logistics|freight|trucking/],
  ['Fitness', /fitness|\bgym\b|crossfit|pilates|\byoga\b/],
  ['Automotive', /automotive|\bmotors\b|car ?dealer/],
  ['Software', /software|\bsaas\b/],
  ['Marketing agency', /marketing|advertising/],
  ['Consulting', /consulting|consultants?\b/],
];

/** The kind of business, by the names a company goes by. */
export function businessTypeOf(names: readonly (string | null)[]): string | null {
  const text = names
    .filter(Boolean)
    .map((name) => name?.toLowerCase().replaceAll('-', ' '))
    .join('\n');
  return types.find(([, words]) => words.test(text))?.[0] ?? null;
}
