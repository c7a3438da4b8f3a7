import { NetworkFailure, Problem } from '../../api/http';
import { dictionary, say } from '../../language/language';
import { zh } from './zh';

export const t = dictionary(zh, async () => (await import('./en')).en);

/** What to tell the person about an error: the server's own words where it sent some. */
export function explain(error: unknown): string {
  if (error instanceof Problem && error.messages) {
    return say(error.messages);
  }
  return error instanceof NetworkFailure ? t.value.ui.network : t.value.ui.unexpected;
}

/** What is wrong with each field, by the field's path, in the current language. */
export function fieldTexts(error: unknown): Record<string, string> {
  const fields = error instanceof Problem ? error.fields : [];
  return Object.fromEntries(fields.map(({ field, messages }) => [field, say(messages)]));
}
