import { language } from '../../language/language';
import type { DraftText } from '../api';

/** A title in the language of the page, or in the other one where that is all there is; empty for none. */
export function titleOf(title: DraftText | null | undefined): string {
  return title?.[language.value] || title?.zh || title?.en || '';
}
