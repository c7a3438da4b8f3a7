export const SHORTEST_PASSWORD = 10;
const LONGEST_BYTES = 72;

export type PasswordRule = 'length' | 'bytes' | 'other' | 'name';

/** Which of the server's rules a new password keeps, in the order in which they are shown. */
export function rulesKept(password: string, current: string, username: string): Record<PasswordRule, boolean> {
  return {
    length: [...password].length >= SHORTEST_PASSWORD,
    bytes: new TextEncoder().encode(password).length <= LONGEST_BYTES,
    other: password !== '' && password !== current,
    name: password !== '' && !password.toLowerCase().includes(username.toLowerCase()),
  };
}

/** From 0 (none) to 4: an estimate from length and variety, with runs and repetitions counted once. */
export function strength(password: string): number {
  const characters = [...password];
  const surprising = characters.filter((character, index) => {
    const before = characters[index - 1];
    return before === undefined || Math.abs(character.codePointAt(0)! - before.codePointAt(0)!) > 1;
  });
  const alphabet = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[^a-zA-Z0-9\u4e00-\u9fff]/, 32],
    [/[\u4e00-\u9fff]/, 2000],
  ].reduce((sum, [pattern, size]) => sum + ((pattern as RegExp).test(password) ? (size as number) : 0), 0);
  const bits = Math.min(new Set(surprising).size * 1.5, surprising.length) * Math.log2(Math.max(alphabet, 1));
  return [1, 30, 45, 60].filter((step) => bits >= step).length;
}
