import type { MemberRole } from '../../../db/generated/prisma/enums.ts';

type Member = { readonly name: string; readonly email: string; readonly role: MemberRole };

/** Who works at Lakeside Kitchens. */
export const team = {
  owner: { name: 'Maya Lindqvist', email: 'maya@lakeside.example', role: 'OWNER' },
  admin: { name: 'Daniel Roy', email: 'daniel@lakeside.example', role: 'ADMIN' },
  english: { name: 'Priya Nair', email: 'priya@lakeside.example', role: 'AGENT' },
  french: { name: 'Inès Bouchard', email: 'ines@lakeside.example', role: 'AGENT' },
  spanish: { name: 'Tomás Herrera', email: 'tomas@lakeside.example', role: 'AGENT' },
  viewer: { name: 'Oliver Grant', email: 'oliver@lakeside.example', role: 'VIEWER' },
} as const satisfies Record<string, Member>;

export type Person = keyof typeof team;

export type Language = 'en' | 'fr' | 'es';

/** Who of them answers in which language. */
export const speakers = { en: 'english', fr: 'french', es: 'spanish' } as const satisfies Record<Language, Person>;
