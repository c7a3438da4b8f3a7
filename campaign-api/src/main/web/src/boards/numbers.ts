import { locale } from '../language/language';

const formats = new Map<string, Intl.NumberFormat>();

function formatted(value: number, options: Intl.NumberFormatOptions): string {
  const key = locale.value + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale.value, options);
    formats.set(key, format);
  }
  return format.format(value);
}

/** `1,234,567`. */
export function whole(value: number): string {
  return formatted(value, { maximumFractionDigits: 0 });
}

/** A share or a mean: `0.08`, `3.2`, `81`. */
export function fine(value: number): string {
  return value > 0 && value < 1
    ? formatted(value, { maximumSignificantDigits: 2 })
    : formatted(value, { maximumFractionDigits: value < 100 ? 1 : 0 });
}

/** `1.2万`, `12K`: for where there is little room. */
export function short(value: number): string {
  return value < 10_000
    ? fine(value)
    : formatted(value, { notation: 'compact', maximumFractionDigits: value < 1_000_000 ? 1 : 0 });
}
