import { checkPage, type PageInput, requireNoOffset } from '../page.ts';
import type { Order, Place, PlaceValue } from './stretches.ts';

type Filled = Exclude<PlaceValue, null>;

/** As PostgreSQL compares them: texts by their code points, which is what their column is sorted by. */
function compareValues(one: Filled, other: Filled): number {
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return Number(one) - Number(other);
}

/** Where two places stand to each other in an order. */
export function comparePlaces({ direction }: Pick<Order, 'direction'>, one: Place, other: Place): number {
  const sign = direction === 'asc' ? 1 : -1;
  if (one.value === null || other.value === null) {
    if (one.value !== other.value) return one.value === null ? 1 : -1;
  } else {
    const compared = compareValues(one.value, other.value);
    if (compared !== 0) return compared * sign;
  }
  return one.id === other.id ? 0 : (one.id < other.id ? -1 : 1) * sign;
}

type Part = { readonly places: readonly Place[]; readonly hasMore: boolean; readonly hasOther: boolean };

/** The page of places that were all read, in whatever order. @throws INVALID for a page out of bounds, and for an offset */
export function pageOfPlaces(all: readonly Place[], order: Order, page: PageInput, from: Place | null): Part {
  checkPage(page);
  requireNoOffset(page);
  const sorted = all.toSorted((one, other) => comparePlaces(order, one, other));
  const ahead = (place: Place) => {
    if (from === null) return true;
    const compared = comparePlaces(order, place, from);
    return page.backward ? compared < 0 : compared > 0;
  };
  const left = sorted.filter(ahead);
  return {
    places: page.backward ? left.slice(-page.size) : left.slice(0, page.size),
    hasMore: left.length > page.size,
    hasOther: left.length < sorted.length,
  };
}
