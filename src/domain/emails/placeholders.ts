import type { LeadRow } from '../../events/snapshot.ts';
import { invalidField } from '../../errors.ts';
import { joinName } from '../leads/fields/lead-input.ts';

type Filled = Pick<LeadRow, 'firstName' | 'lastName' | 'company' | 'jobTitle'>;

/** What may stand in a mail, and what stands for it where the lead has none and the mail says nothing else. */
const placeholders = {
  firstName: { of: (lead: Filled) => lead.firstName, otherwise: 'there' },
  lastName: { of: (lead: Filled) => lead.lastName, otherwise: '' },
  name: { of: (lead: Filled) => joinName(lead), otherwise: 'there' },
  company: { of: (lead: Filled) => lead.company, otherwise: 'your company' },
  jobTitle: { of: (lead: Filled) => lead.jobTitle, otherwise: '' },
} as const;

type Placeholder = keyof typeof placeholders;
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(placeholders, name);

/** `{{firstName}}`, or `{{firstName|friend}}` with a default of its own. */
const shape = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

const known = Object.keys(placeholders).join(', ');

/** @throws INVALID naming a placeholder there is not */
export function requireKnownPlaceholders(text: string, field: string): void {
  for (const [whole, name = ''] of text.matchAll(shape))
    if (!isPlaceholder(name.trim())) throw invalidField(field, `has no placeholder ${whole}; known are ${known}`);
}

/** The text with what is known of the lead. What is filled in is not looked through again. */
export const fillIn = (text: string, lead: Filled): string =>
  text.replace(shape, (whole, name: string, otherwise?: string) => {
    const key = name.trim();
    if (!isPlaceholder(key)) return whole;
    const { of, otherwise: usual } = placeholders[key];
    return of(lead) ?? otherwise?.trim() ?? usual;
  });

/** A header is one line. */
export const toHeader = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** Plain text as HTML: its paragraphs and lines, and nothing that it says as markup. */
export const toHtml = (text: string): string =>
  escaped(text)
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => `<p>${paragraph.replaceAll(/\r?\n/g, '<br>')}</p>`)
    .join('\n');
