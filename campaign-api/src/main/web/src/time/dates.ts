import { locale } from '../language/language';

export function day(instant: string): string {
  return new Date(instant).toLocaleDateString(locale.value, {
    month: 'long',
    day: 'numeric',
    timeZone: 'Asia/Shanghai',
  });
}

/** `2月5日`, `5 Feb`: for where there is little room. */
export function shortDay(instant: string): string {
  return new Date(instant).toLocaleDateString(locale.value, { month: 'short', day: 'numeric', timeZone: 'Asia/Shanghai' });
}

/** The last day of what ends with the instant: midnight still belongs to the day before. */
export function lastDay(end: string): string {
  return day(new Date(Date.parse(end) - 1).toISOString());
}

export function dayAndTime(instant: string): string {
  return new Date(instant).toLocaleString(locale.value, {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  });
}

/** The time of day in China: `20:05`. */
export function clockTime(instant: string): string {
  return new Date(instant).toLocaleTimeString(locale.value, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  });
}

/** Midnight in China: what ends then is told by its last day, for the date of the next one would promise too much. */
export function isMidnight(instant: string): boolean {
  return (Date.parse(instant) + 8 * 3_600_000) % 86_400_000 === 0;
}

export type Phase = 'SOON' | 'OPEN' | 'OVER';

/** Where a window stands by the server's time. */
export function phase(window: { opensAt: string; closesAt: string }, now: number): Phase {
  if (now < Date.parse(window.opensAt)) {
    return 'SOON';
  }
  return now < Date.parse(window.closesAt) ? 'OPEN' : 'OVER';
}
