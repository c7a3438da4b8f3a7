import { NetworkFailure, Problem } from '../../api/http';
import { dictionary, say } from '../../language/language';
import { zh } from './zh';

export const t = dictionary(zh, async () => (await import('./en')).en);

/** What to tell the person about an error: the server's own words where it sent some. */
export function explain(error: unknown): string {
  if (error instanceof Problem && error.messages) {
    return say(error.messages);
  }
  return error instanceof NetworkFailure ? t.value.site.network : t.value.site.unexpected;
}
