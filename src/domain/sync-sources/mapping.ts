import { z } from 'zod';
import { isJsonObject } from '../../json.ts';
import { fold } from '../../text.ts';

/** What of a lead a body may tell. */
export const intakeFields = [
  'email',
  'name',
  'firstName',
  'lastName',
  'phone',
  'company',
  'jobTitle',
  'need',
  'budget',
  'authority',
  'timeline',
] as const;

export type IntakeField = (typeof intakeFields)[number];

/** What forms and tools usually call each, without case, spaces and punctuation. */
const usualNames = {
  email: ['email', 'emailaddress', 'mail', 'youremail', 'workemail'],
  name: ['name', 'fullname', 'yourname'],
  firstName: ['firstname', 'fname', 'givenname'],
  lastName: ['lastname', 'lname', 'surname', 'familyname'],
  phone: ['phone', 'phonenumber', 'tel', 'telephone', 'mobile', 'yourphone'],
  company: ['company', 'companyname', 'organization', 'organisation', 'organizationname', 'clinicname'],
  jobTitle: ['jobtitle', 'title', 'position', 'role'],
  need: ['need', 'message', 'comments', 'comment', 'yourmessage'],
  budget: ['budget'],
  authority: ['authority'],
  timeline: ['timeline'],
} as const satisfies Record<IntakeField, readonly string[]>;

const pointer = z
  .string()
  .max(200, 'must be at most 200 characters')
  .regex(/^(\/([^~/]|~[01])*)+$/, 'must be a JSON pointer such as /contact/email');

/** Where in a body each field stands, as JSON pointers (RFC 6901). */
export const mappingInput = z
  .partialRecord(z.enum(intakeFields), pointer)
  .refine((mapping) => Object.keys(mapping).length > 0, 'must name at least one field');

export type Mapping = z.output<typeof mappingInput>;

/** The mapping that a source keeps; null where it keeps none. */
export const readMapping = (stored: unknown): Mapping | null => (stored === null ? null : mappingInput.parse(stored));

/** What the body holds of each field, as text; blank is nothing. What is neither text nor a number is no value. */
export function readFields(body: unknown, mapping: Mapping | null): { readonly [Field in IntakeField]?: string } {
  const valueOf = mapping ? (field: IntakeField) => follow(body, mapping[field]) : usual(body);
  return Object.fromEntries(
    intakeFields.flatMap((field) => {
      const text = toText(valueOf(field));
      return text === null ? [] : [[field, text]];
    }),
  );
}

function usual(body: unknown): (field: IntakeField) => unknown {
  const plain = (name: string) => fold(name).replaceAll(/[^\p{L}\p{N}]/gu, '');
  const named = new Map<string, unknown>();
  for (const [name, value] of isJsonObject(body) ? Object.entries(body) : [])
    if (toText(value) !== null && !named.has(plain(name))) named.set(plain(name), value);
  return (field) => usualNames[field].map((name) => named.get(name)).find((value) => value !== undefined);
}

function follow(body: unknown, path: string | undefined): unknown {
  if (path === undefined) return undefined;
  const steps = path.slice(1).split('/');
  return steps.reduce<unknown>((value, step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) return /^(0|[1-9]\d{0,5})$/.test(key) ? value[Number(key)] : undefined;
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, body);
}

function toText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
