import { Sha256 } from './sha256';

/** An ALTCHA puzzle: which number, appended to the salt, has this SHA-256? */
export interface Puzzle {
  algorithm: string;
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

const REPORT_EVERY = 5_000;

/** Looks for the number from 0 to maxnumber; undefined when there is none. */
export function solve(puzzle: Puzzle, report: (share: number) => void = () => {}): number | undefined {
  const hash = new Sha256();
  const wanted = bytesOf(puzzle.challenge);
  const salt = new TextEncoder().encode(puzzle.salt);
  const message = new Uint8Array(salt.length + 16);
  message.set(salt);
  for (let number = 0; number <= puzzle.maxnumber; number++) {
    if (hash.matches(message, salt.length + appendDecimal(message, salt.length, number), wanted)) {
      return number;
    }
    if (number % REPORT_EVERY === 0) {
      report(number / puzzle.maxnumber);
    }
  }
  return undefined;
}

/** What the server wants back: the puzzle with its number, as base64 of JSON. */
export function payload(puzzle: Puzzle, number: number): string {
  const { algorithm, challenge, salt, signature } = puzzle;
  const json = new TextEncoder().encode(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  return btoa(String.fromCharCode(...json));
}

/** When the puzzle ends to be accepted, as its salt says (`…?expires=<unix seconds>`); undefined when it says nothing. */
export function expiresAt(puzzle: Puzzle): number | undefined {
  const expires = Number(new URLSearchParams(puzzle.salt.split('?')[1] ?? '').get('expires'));
  return expires ? expires * 1000 : undefined;
}

function appendDecimal(message: Uint8Array, at: number, number: number): number {
  const digits = String(number);
  for (let index = 0; index < digits.length; index++) {
    message[at + index] = digits.charCodeAt(index);
  }
  return digits.length;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
