const NUMBER = /^\s*(?:\d+\s*[.、．)）]|[（(]\d+[）)]|[一二三四五六七八九十]+、)\s*/;

/** The rules of an activity, one a line, without the numbers that organisers write before them: the page numbers them itself. */
export function rulesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(NUMBER, '').trim())
    .filter(Boolean);
}
