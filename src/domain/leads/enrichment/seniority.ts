/** Which words of a job title tell how high up somebody stands; the first that is found decides. */
const levels: readonly (readonly [level: string, words: RegExp])[] = [
  ['Junior', /\bassistant to\b|\b(executive|personal|administrative) assistant\b/],
  ['VP', /\b([se]?vp|vice[ -]president)\b/],
  ['C-Level', /\b(c[efotimps]o|cro|ciso|chief|president)\b/],
  ['Owner', /\b((?<!product )owner|founder|co-?founder|proprietor|managing partner|inhaber(in)?)\b/],
  ['Director', /\b(director|head of|managing director)\b/],
  ['Manager', /\b(manager|supervisor|team lead(er)?)\b/],
  ['Junior', /\b(junior|jr|intern|trainee|apprentice|assistant|student)\b/],
  ['Senior', /\b(senior|sr|principal|staff|lead)\b/],
];

/** How high up a job title stands, where it says so plainly. */
export function seniorityOf(jobTitle: string): string | null {
  const title = jobTitle.toLowerCase();
  return levels.find(([, words]) => words.test(title))?.[0] ?? null;
}
