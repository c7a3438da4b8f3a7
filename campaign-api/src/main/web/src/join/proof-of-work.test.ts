import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { expiresAt, payload, solve, type Puzzle } from './proof-of-work';
import { Sha256 } from './sha256';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function puzzle(number: number, salt = '5f2c1a?expires=1771243200&'): Puzzle {
  return { algorithm: 'SHA-256', challenge: sha256(salt + number), maxnumber: 20_000, salt, signature: 'signed' };
}

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000])('digests %i bytes as the standard says', (length) => {
  const text = 'x'.repeat(length);
  expect(new Sha256().hex(new TextEncoder().encode(text))).toBe(sha256(text));
});

describe('the proof of work', () => {
  test('finds the number', () => {
    expect(solve(puzzle(0))).toBe(0);
    expect(solve(puzzle(12_345))).toBe(12_345);
    expect(solve(puzzle(20_000, 'a long salt '.repeat(9)))).toBe(20_000);
  });

  test('gives up after the greatest number', () => {
    expect(solve({ ...puzzle(7), maxnumber: 6 })).toBeUndefined();
  });

  test('tells how far it is', () => {
    const shares: number[] = [];
    solve(puzzle(20_000), (share) => shares.push(share));
    expect(shares).toEqual([0, 0.25, 0.5, 0.75]);
  });

  test('hands in the puzzle with its number', () => {
    expect(JSON.parse(atob(payload(puzzle(7), 7)))).toEqual({
      algorithm: 'SHA-256',
      challenge: puzzle(7).challenge,
      number: 7,
      salt: '5f2c1a?expires=1771243200&',
      signature: 'signed',
    });
  });

  test('reads from the salt how long it is good', () => {
    expect(expiresAt(puzzle(7))).toBe(1_771_243_200_000);
    expect(expiresAt(puzzle(7, 'no-expiry'))).toBeUndefined();
  });
});
