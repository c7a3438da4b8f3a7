import { locale } from '../../language/language';

const zone = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;

/** Date and time in Beijing, with the year: staff work on several years at once. */
export function moment(instant: string | null | undefined): string {
  return formatted(instant, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
}

export function momentToTheSecond(instant: string): string {
  return formatted(instant, {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
}

export function date(instant: string | null | undefined): string {
  return formatted(instant, { year: 'numeric', month: 'short', day: 'numeric' });
}

function formatted(instant: string | null | undefined, parts: Intl.DateTimeFormatOptions): string {
  const millis = Date.parse(instant ?? '');
  return Number.isNaN(millis) ? '' : new Date(millis).toLocaleString(locale.value, { ...parts, ...zone });
}
