type Moment = { readonly at: number; readonly act: () => Promise<unknown> };

/** What is yet to happen, in the order of time; of two things at one time the one that was planned first. */
export type Agenda = {
  at(time: number, act: Moment['act']): void;
  next(): Moment | undefined;
};

export function createAgenda(): Agenda {
  const moments: Moment[] = [];
  return {
    at(time, act) {
      const place = moments.findLastIndex(({ at }) => at <= time) + 1;
      moments.splice(place, 0, { at: time, act });
    },
    next: () => moments.shift(),
  };
}
