/**
 * Statements that differ in their text by a shape: which list, in which direction. Some of its shapes are named, so that
 * all may be tried that are declared.
 */
export type Family<Shape, One> = ((shape: Shape) => One) & { readonly samples: readonly Shape[] };

export const family = <Shape, One>(samples: readonly Shape[], declare: (shape: Shape) => One): Family<Shape, One> =>
  Object.assign((shape: Shape) => declare(shape), { samples });

/** The same where there are few shapes: each is declared once. */
export function keptFamily<Shape, One>(samples: readonly Shape[], declare: (shape: Shape) => One): Family<Shape, One> {
  const known = new Map<string, One>();
  return family(samples, (shape) => {
    const key = JSON.stringify(shape);
    const one = known.get(key) ?? declare(shape);
    known.set(key, one);
    return one;
  });
}
