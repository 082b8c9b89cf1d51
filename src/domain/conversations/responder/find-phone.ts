import { leastPhoneDigits, mayBePhone } from '../../phone.ts';
import { isQuestion } from './sentences.ts';

const phonePattern = /(?<![\w@./=#$€£+-])(?:\+ ?)?\(?\d[\d ().\-/]{5,22}\d(?![\w@%€]|[.,:-]\d)/g;
const phoneCue =
  /\b(?:call|cell|dial|mobile|number|phone|reach|ring|tel|telephone|text|whatsapp|handy|telefon|telefonnummer|nummer|rückruf|portable|téléphone|numéro|teléfono|número|m[oó]vil)(?!\p{L})[^\d]{0,30}$/iu;
const otherNumberCue =
  /\b(?:account|batch|card|case|client|contract|customer|member|membership|meter|model|part|iban|id|invoice|isbn|item|licen[cs]e|order|parcel|passport|po|policy|reference|ref|serial|shipment|sku|ticket|tracking|vat|version)\b[^\d]{0,20}$|\b(?:nhs|insurance|registration|security) (?:number|no\.?)[^\d]{0,20}$|\btracking\b.{0,30}$|[$€£]\s?$/i;
/** What stands right before a number that is not, or no longer, the visitor's to be called on. */
const notTheirs = [
  /\b(?:don't|do not|never|stop) (?:call|calling|contact|contacting|dial|phone|reach|ring|text|texting|use|using)\b[^\d]{0,20}$/i,
  /\b(?:old|former|previous|wrong) (?:cell|mobile|number|phone)\b[^\d]{0,12}$|\b(?:not|instead of|rather than) $/i,
  /\b(?:called|dialled|dialed|phoned|rang|texted)\b[^\d]{0,20}$|\byour (?:hotline|number|phone|phone number)\b[^\d]{0,12}$/i,
];
const extension = /^,? ?(?:ext\.?|extension|x) ?\d{1,6}(?!\d)/i;
const quantityAfter =
  /^ ?(?:%|€|\$|£|usd|eur|gbp|dollars?|euros?|k\b|people|users|customers|leads|visitors|employees|seats)/i;
/** A year and what follows it: numbers of references begin so. */
const dated = /^(?:19|20)\d\d[ ./-]/;
const address = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const thousands = /^\d{1,3}(?:[ .]\d{3})+$/;
const date = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?: |$)/;

/** A telephone number: 7 digits where the words say so, otherwise 10 to 15; where it names a country, as many as numbers have there; and never a price, date or order number. */
export function findPhone(sentence: string): string | undefined {
  for (const { 0: match, index } of sentence.matchAll(phonePattern)) {
    const phone = match.trim();
    const digits = phone.replaceAll(/\D/g, '').length;
    const before = sentence.slice(Math.max(0, index - 40), index);
    const announced = phone.startsWith('+') || phoneCue.test(before);
    if (digits > 15 || digits < (announced ? leastPhoneDigits : 10) || !mayBePhone(phone)) continue;
    if (
      date.test(phone) ||
      address.test(phone) ||
      quantityAfter.test(sentence.slice(index + match.length, index + match.length + 20))
    )
      continue;
    if (notTheirs.some((pattern) => pattern.test(before))) continue;
    if (isQuestion(sentence) && !/\b(?:i|i'm|me|my|us|our)\b/i.test(sentence)) continue;
    if (otherNumberCue.test(before) || (!announced && (thousands.test(phone) || dated.test(phone)))) continue;
    return phone + (extension.exec(sentence.slice(index + match.length, index + match.length + 20))?.[0] ?? '');
  }
  return undefined;
}
