import { useLingui } from '@lingui/react/macro';

const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const [minute, hour] = [60, 3600];

/** How numbers and days are written. */
export function useTell() {
  const { i18n } = useLingui();
  const inUnit = (value: number, unit: 'second' | 'minute' | 'hour') =>
    i18n.number(value, { style: 'unit', unit, unitDisplay: 'narrow', maximumSignificantDigits: 2 });
  return {
    count: (value: number) => i18n.number(value),
    percent: (value: number) => i18n.number(value, { style: 'percent', maximumFractionDigits: 1 }),
    seconds: (value: number) => {
      if (value < minute) return inUnit(value, 'second');
      return value < hour ? inUnit(value / minute, 'minute') : inUnit(value / hour, 'hour');
    },
    day: (at: string) => i18n.date(at, format),
  };
}
