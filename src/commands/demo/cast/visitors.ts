import { fold } from '../../../text.ts';
import type { Chance } from '../stage/chance.ts';
import type { Language } from './team.ts';

const words = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

const people = {
  en: {
    first: words(
      'Olivia, Noah, Emma, Liam, Grace, Ethan, Hannah, Owen, Ruby, Jack, Chloe, Marcus, Nora, Samuel, Zoe, Aaron',
    ),
    last: words(
      'Walker, Chen, Murphy, Patel, Fraser, Okafor, Bennett, Campbell, Novak, Sinclair, Hughes, Park, Doyle, Reid',
    ),
    cities: words('Toronto, Hamilton, Oakville, Guelph, Barrie, Kingston, Burlington'),
  },
  fr: {
    first: words('Camille, Antoine, Élodie, Julien, Sophie, Mathieu, Léa, Hugo, Marion, Étienne, Clara, Benoît'),
    last: words('Tremblay, Gagnon, Lavoie, Fortin, Bergeron, Pelletier, Girard, Leclerc, Moreau, Caron, Dubois'),
    cities: words('Montréal, Laval, Gatineau, Longueuil, Sherbrooke, Québec'),
  },
  es: {
    first: words('Lucía, Mateo, Valentina, Diego, Carmen, Javier, Elena, Andrés, Paula, Sergio'),
    last: words('Ramírez, Ortega, Castillo, Vargas, Molina, Fuentes, Navarro, Ríos, Salazar'),
    cities: words('Toronto, Mississauga, Montréal, Ottawa, Brampton'),
  },
} as const satisfies Record<Language, unknown>;

const firms = words(
  'Birchwood Homes, Northgate Realty, Maple Row Builders, Harbour & Pine, Fernhill Interiors, Stonebridge Cafés, Riverside Condos, Atelier Vauquelin, Bluewater Stays, Elm Street Bistro',
);

export type Visitor = {
  readonly first: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly city: string;
  /** Null for who asks for themselves. */
  readonly company: string | null;
};

const plain = (text: string): string =>
  fold(text)
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '');

/** Makes people one after the other, no two with one address. All of their addresses are ones that cannot exist. */
export function createVisitors(chance: Chance) {
  const taken = new Map<string, number>();

  return function meet(language: Language, { fromFirm = false } = {}): Visitor {
    const { first: firsts, last: lasts, cities } = people[language];
    const [first, last, city] = [chance.pick(firsts), chance.pick(lasts), chance.pick(cities)];
    const company = fromFirm ? chance.pick(firms) : null;
    const domain = company ? `${plain(company)}.example` : chance.pick(['mailbox.example', 'postbox.example']);
    const local = `${plain(first)}.${plain(last)}`;
    const count = (taken.get(`${local}@${domain}`) ?? 0) + 1;
    taken.set(`${local}@${domain}`, count);
    const area = language === 'fr' ? '514' : chance.pick(['416', '905', '613']);
    return {
      first,
      name: `${first} ${last}`,
      email: `${local}${count > 1 ? count : ''}@${domain}`,
      phone: `+1 ${area} 555 01${String(chance.below(100)).padStart(2, '0')}`,
      city,
      company,
    };
  };
}
