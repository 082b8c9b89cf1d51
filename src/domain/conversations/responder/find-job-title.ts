import { firstOf } from './sentences.ts';
import { isOneOf } from './words.ts';

export const ranks =
  'ceo cto cfo coo cmo cio ciso cpo founder co-founder cofounder owner co-owner president chairman chairwoman principal partner proprietor director manager engineer developer designer consultant analyst administrator coordinator assistant officer head lead vp accountant lawyer attorney dentist doctor physician nurse agent realtor broker recruiter marketer specialist representative executive supervisor buyer architect scientist freelancer teacher headteacher bursar superintendent caretaker journalist editor intern secretary treasurer receptionist foreman surveyor curator librarian md'.split(
    ' ',
  );

/** The words that may qualify a rank; any other word before it means somebody else is spoken of. */
export const areas =
  'account accounts art assistant associate back-end backend brand business chain chief clinic commercial communications community compliance construction content country creative customer data deputy design development devops digital e-commerce ecommerce engineering estate event events executive facilities finance financial founding front-end frontend full-stack fullstack general global growth head hiring hr human information insurance it junior lead legal logistics machine learning managing marketing mobile network office operating operations partnerships people performance plant practice procurement product program project property purchasing quality real regional research resources revenue revops sales security senior service shop site social media software solutions staff store strategy studio success supply support systems talent team tech technical technology vice web'.split(
    ' ',
  );

const positionWords: ReadonlySet<string> = new Set([...ranks, ...areas]);

const rank = `(?:${ranks.join('|')})`;
const area = `(?:${areas.join('|')})`;
const title = String.raw`((?:${area} (?:and |& )?){0,4}${rank}(?: (?:and|&) (?:${area} ){0,2}${rank})?(?: of (?:the )?${area}(?: (?:and |& )?${area}){0,2})?)(?![\w-]|'\w| of (?:the )?${area}\b)`;
const introduced = new RegExp(
  String.raw`\b(?:i'm|i am|im|we are|i work as|working as|as|(?:my )?(?:role|title|position|job)(?: title)? (?:is|:)|(?:role|title|position) ?:) (?:currently |just |only )?(?:a |an |the |its |their |our )?${title}`,
  'i',
);
/** "Ada Lovelace, CTO at Acme". */
const apposed = new RegExp(String.raw`\p{Lu}[\p{L}'-]{0,39}, (?:the )?${title}(?= (?:at|of|for|with) )`, 'iu');

/** "Office manager here." */
const here = new RegExp(String.raw`^(?:(?:hi|hello|hey)[,!]? )?${title} here\b`, 'i');
const inOtherLanguages = [
  /\b[Ii]ch bin (?:die |der |eine? )?(\p{Lu}\p{Ll}{2,30}(?:leiter|führer|inhaber|manager)(?:in)?)(?!\p{L})/u,
  /\bsoy (?:el |la )?(gerente|directora?|dueñ[oa]|responsable|encargad[oa])(?!\p{L})/iu,
  /^((?:responsable|directeur|directrice|gérante?)(?: (?:des )?\p{L}{3,20}){0,2}) chez /iu,
];

/** The visitor's own position, as they wrote it. */
export const findJobTitle = (sentence: string): string | undefined =>
  firstOf([introduced, apposed, here, ...inOtherLanguages], (pattern) => pattern.exec(sentence)?.[1]);

const alone = new RegExp(String.raw`^${title}$`, 'i');

/** A line of a signature that is nothing but a position. */
export const findTitleAlone = (line: string): string | undefined => alone.exec(line)?.[1];

/** "Senior", "Head", "Sales": what a position begins with, where a name could stand. */
export const isPositionWord = (word: string): boolean => isOneOf(positionWords, word);
