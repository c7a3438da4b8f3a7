import { language, locale } from '../../language/language';
import { t } from '../messages';
import type { Figures, Province } from '../api';
import { mean } from './figures';

/** `12,345`. */
export function whole(number: number): string {
  return number.toLocaleString(locale.value, { maximumFractionDigits: 0 });
}

export function decimal(number: number | null | undefined, digits = 1): string {
  return number === undefined || number === null
    ? '—'
    : number.toLocaleString(locale.value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A rate of people: what is rare needs more digits to say anything. */
export function rate(number: number | undefined): string {
  return decimal(number, number !== undefined && number > 0 && number < 1 ? 2 : 1);
}

export function percent(share: number | undefined, digits = 1): string {
  return share === undefined
    ? '—'
    : share.toLocaleString(locale.value, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function meanOf(figures: Figures | undefined): string {
  return decimal(mean(figures));
}

/** `多 12.3%`; nothing where there is nothing to compare with. */
export function changeText(growth: number | undefined): string {
  if (growth === undefined) {
    return '';
  }
  const { more, less, same } = t.value.figures;
  const text = percent(Math.abs(growth));
  return Math.abs(growth) < 0.0005 ? same : growth > 0 ? more(text) : less(text);
}

/** How a mean score differs from another. */
export function pointsText(difference: number): string {
  const { higher, lower, same } = t.value.figures;
  const text = decimal(Math.abs(difference));
  return Math.abs(difference) < 0.05 ? same : difference > 0 ? higher(text) : lower(text);
}

/** `浙江省`, as a table has room for it. */
export function provinceText({ name, englishName }: Province): string {
  return language.value === 'zh' ? name : englishName;
}

/** `浙江`, where room is short. */
export function provinceShort({ shortName, englishName }: Province): string {
  return language.value === 'zh' ? shortName : englishName;
}

/** A day `2027-02-05` as people write it. */
export function dayText(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale.value, { month: 'short', day: 'numeric', timeZone: 'UTC' });
}

/** `12:05`: minutes and seconds that somebody took. */
export function secondsText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
