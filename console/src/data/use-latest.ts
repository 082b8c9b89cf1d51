import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What was given last, for what is called later than the render it was given in. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => void (latest.current = value));
  return latest;
}
