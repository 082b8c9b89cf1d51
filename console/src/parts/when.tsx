import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';

const steps = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
  ['week', 4.35],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
] as const;

type Way = 'ago' | 'for';

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const format =
    relativeFormats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' });
  relativeFormats.set(locale, format);
  return format;
}

function tell(at: Date, now: number, locale: string, way: Way): string {
  let amount = (at.getTime() - now) / 1000;
  for (const [unit, size] of steps) {
    if (Math.abs(amount) < size) {
      if (way === 'for') {
        const whole = Math.max(unit === 'second' ? 0 : 1, Math.trunc(Math.abs(amount)));
        return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(whole);
      }
      const format = relativeFormat(locale);
      return unit === 'second' ? format.format(0, 'second') : format.format(Math.trunc(amount), unit);
    }
    amount /= size;
  }
  return at.toISOString();
}

const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the page. */
function useMinutes(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const listener = () => setNow(Date.now());
    listeners.add(listener);
    ticking ??= setInterval(() => {
      for (const tick of listeners) tick();
    }, 30_000);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(ticking);
      ticking = undefined;
    };
  }, []);
  return now;
}

type Props = {
  readonly at: string;
  /** “3m ago”, or “3m” for how long something lasts. */
  readonly way?: Way;
  /** It may lie ahead, such as when something is due; else what does is a clock that goes wrong, and now. */
  readonly mayBeAhead?: boolean;
};

/**
 * A time as people say it, with the exact one on hover and in `datetime`. The tooltip is made once the pointer is there: lists show
 * many times, and it is most of what one takes to draw.
 */
export function When({ at, way = 'ago', mayBeAhead = false }: Props) {
  const { i18n } = useLingui();
  const [isNear, setIsNear] = useState(false);
  const now = useMinutes();
  const date = new Date(at);
  const time = (
    <time dateTime={at} onPointerEnter={() => setIsNear(true)}>
      {tell(date, mayBeAhead ? now : Math.max(now, date.getTime()), i18n.locale, way)}
    </time>
  );
  if (!isNear) return time;
  const exact = date.toLocaleString(i18n.locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <Tooltip label={exact} openDelay={300}>
      {time}
    </Tooltip>
  );
}
