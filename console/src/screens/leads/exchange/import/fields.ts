import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CreateLeadInput, Temperature } from '../../generated/operations.ts';
import { statuses, tiers } from '../../words.ts';

/** How a cell becomes a value. */
export type Kind = 'text' | 'whole' | 'word' | 'list' | 'owner';

export type Field = {
  readonly label: MessageDescriptor;
  readonly kind: Kind;
  /** What columns of it are called in other files, in small letters and digits alone. */
  readonly alike: readonly string[];
  /** What a word can be. */
  readonly words?: readonly string[];
};

const temperatures = { HOT: 1, WARM: 1, COLD: 1 } as const satisfies Record<Temperature, 1>;

type Name = Exclude<keyof CreateLeadInput, 'allowDuplicate' | 'bant' | 'context' | 'crmData' | 'customFields'>;
type Bant = `bant.${'budget' | 'authority' | 'need' | 'timeline'}`;
type Left = 'businessId' | 'widgetId' | 'targetType' | 'companyName';

/** What a column can be, by the name that the graph has for it. */
export const fields = {
  name: {
    label: msg`Name`,
    kind: 'text',
    alike: ['fullname', 'displayname', 'contact', 'contactname', 'lead', 'leadname'],
  },
  firstName: { label: msg`First name`, kind: 'text', alike: ['givenname', 'forename', 'first'] },
  lastName: { label: msg`Last name`, kind: 'text', alike: ['surname', 'familyname', 'last'] },
  email: { label: msg`E-mail`, kind: 'text', alike: ['emailaddress', 'mail', 'emails'] },
  phone: {
    label: msg`Phone`,
    kind: 'text',
    alike: ['phonenumber', 'telephone', 'tel', 'mobile', 'mobilephone', 'cell'],
  },
  company: {
    label: msg`Company`,
    kind: 'text',
    alike: ['companyname', 'organization', 'organisation', 'organizationname', 'clinicname', 'account', 'business'],
  },
  jobTitle: { label: msg`Job title`, kind: 'text', alike: ['title', 'position', 'role', 'job'] },
  handle: { label: msg`Handle`, kind: 'text', alike: ['username', 'nickname'] },
  stage: { label: msg`Stage`, kind: 'text', alike: ['pipelinestage'] },
  status: { label: msg`Status`, kind: 'word', alike: ['leadstatus'], words: Object.keys(statuses) },
  tier: { label: msg`Tier`, kind: 'word', alike: [], words: Object.keys(tiers) },
  temperature: { label: msg`Temperature`, kind: 'word', alike: [], words: Object.keys(temperatures) },
  score: { label: msg`Score`, kind: 'whole', alike: ['leadscore'] },
  assignedToId: { label: msg`Owner`, kind: 'owner', alike: ['owner', 'assignedto', 'assignee'] },
  source: { label: msg`Source`, kind: 'text', alike: ['leadsource', 'origin'] },
  tags: { label: msg`Tags`, kind: 'list', alike: ['tag', 'labels'] },
  remark: { label: msg`Remark`, kind: 'text', alike: ['notes', 'note', 'comment', 'comments', 'description'] },
  'bant.budget': { label: msg`Budget`, kind: 'text', alike: ['budget', 'bantbudget'] },
  'bant.authority': { label: msg`Authority`, kind: 'text', alike: ['authority', 'bantauthority', 'decisionmaker'] },
  'bant.need': { label: msg`Need`, kind: 'text', alike: ['need', 'needs', 'bantneed'] },
  'bant.timeline': { label: msg`Timeline`, kind: 'text', alike: ['timeline', 'banttimeline'] },
  businessType: { label: msg`Kind of business`, kind: 'text', alike: ['practicetype', 'industry'] },
  seniority: { label: msg`Seniority`, kind: 'text', alike: [] },
  linkedinUrl: { label: msg`LinkedIn`, kind: 'text', alike: ['linkedin', 'linkedinprofile'] },
  companySize: { label: msg`Company size`, kind: 'text', alike: ['employees', 'numberofemployees'] },
  companyRevenue: { label: msg`Company revenue`, kind: 'text', alike: ['revenue', 'annualrevenue'] },
} as const satisfies Record<Exclude<Name, Left> | Bant, Field>;

export type FieldName = keyof typeof fields;

/** What a column becomes: a field, a custom field, or nothing. */
export type Target = FieldName | `custom:${string}` | '';

export const isFieldName = (text: string): text is FieldName => Object.hasOwn(fields, text);

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** What a column most likely is, by its name. */
function guess(column: string, custom: readonly string[]): Target {
  const name = plain(column);
  if (name === '') return '';
  const own = custom.find((one) => plain(one) === name);
  if (own !== undefined) return `custom:${own}`;
  const found = Object.entries(fields).find(
    ([field, { alike }]) => plain(field) === name || (alike as readonly string[]).includes(name),
  );
  return found && isFieldName(found[0]) ? found[0] : '';
}

/** What each column most likely is; of several that would be the same, the first. */
export function guessTargets(head: readonly string[], custom: readonly string[]): Target[] {
  const guesses = head.map((column) => guess(column, custom));
  return guesses.map((target, at) => (guesses.indexOf(target) === at ? target : ''));
}
