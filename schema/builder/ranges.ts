import { builder } from './builder.ts';

export const InstantRangeInput = builder.inputType('InstantRange', {
  description: 'A stretch of time. INVALID without an end, and where `to` is not later than `from`.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'At this instant or later; from the beginning by default.' }),
    to: t.field({ type: 'DateTime', description: 'Before this instant, which is not part of it; no end by default.' }),
  }),
});

export const IntRangeInput = builder.inputType('IntRange', {
  description: 'A range of whole numbers. INVALID without an end, and where `to` is below `from`.',
  fields: (t) => ({
    from: t.int({ description: 'This number or more; no bound by default.' }),
    to: t.int({ description: 'This number or less: it is part of the range; no bound by default.' }),
  }),
});
