/** Starts only where a token starts, so that a long run of letters is tried once. */
const emailPattern =
  /(?<![\w.+%@-])[a-z0-9](?:[\w.+%-]{0,62}[\w+%-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}(?![\w@-])/gi;

/** The address of somebody else: "I emailed support@acme.com". */
const someoneElses =
  /(?:emailed|mailed|contacted|(?:wrote|written|sent|writing|email|mail|reply|message) (?:it )?to|(?:email|mail|answer|reply|heard|message) from) $/i;

const unattended = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster)@/i;

/** The first address in a sentence that may be the visitor's own. */
export function findEmail(sentence: string): string | undefined {
  for (const { 0: email, index } of sentence.matchAll(emailPattern)) {
    const before = sentence.slice(Math.max(0, index - 30), index);
    if (!someoneElses.test(before) && !unattended.test(email) && !email.includes('..')) return email;
  }
  return undefined;
}

const phonePattern = /(?<![\w@./=#$€£+-])(?:\+ ?)?\(?\d[\d ().\-/]{5,22}\d(?![\w@%€]|[.,:-]\d)/g;
const phoneCue = /\b(?:call|cell|dial|mobile|number|phone|reach|ring|tel|telephone|text|whatsapp)\b[^\d]{0,30}$/i;
const otherNumberCue =
  /\b(?:account|case|id|invoice|item|order|po|reference|ref|serial|sku|ticket|vat|version)\b[^\d]{0,20}$|[$€£]\s?$/i;
const quantityAfter =
  /^ ?(?:%|€|\$|£|usd|eur|gbp|dollars?|euros?|k\b|people|users|customers|leads|visitors|employees|seats)/i;
const address = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const thousands = /^\d{1,3}(?:[ .]\d{3})+$/;
const date = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?: |$)/;

/** A telephone number: 7 digits where the words say so, otherwise 10 to 15, and never a price, date or order number. */
export function findPhone(sentence: string): string | undefined {
  for (const { 0: match, index } of sentence.matchAll(phonePattern)) {
    const phone = match.trim();
    const digits = phone.replaceAll(/\D/g, '').length;
    const before = sentence.slice(Math.max(0, index - 40), index);
    const announced = phone.startsWith('+') || phoneCue.test(before);
    if (digits > 15 || digits < (announced ? 7 : 10)) continue;
    if (date.test(phone) || address.test(phone) || quantityAfter.test(sentence.slice(index + match.length))) continue;
    if (otherNumberCue.test(before) || (!announced && thousands.test(phone))) continue;
    return phone;
  }
  return undefined;
}
