/**
 * SHA-256 (FIPS 180-4), written out because `crypto.subtle` is missing on pages without TLS and far slower for many
 * short messages. One object serves many messages.
 */
export class Sha256 {
  private readonly state = new Int32Array(8);
  private readonly words = new Int32Array(64);
  private readonly block = new Uint8Array(64);

  /** Whether the first `length` bytes have this digest. */
  matches(message: Uint8Array, length: number, digest: Uint8Array): boolean {
    this.run(message, length);
    for (let index = 0; index < 32; index++) {
      if (((this.state[index >> 2]! >>> (24 - 8 * (index & 3))) & 255) !== digest[index]) {
        return false;
      }
    }
    return true;
  }

  hex(message: Uint8Array): string {
    this.run(message, message.length);
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  private run(message: Uint8Array, length: number): void {
    this.state.set(START);
    const { block } = this;
    let at = 0;
    for (; at + 64 <= length; at += 64) {
      block.set(message.subarray(at, at + 64));
      this.compress();
    }
    block.fill(0);
    block.set(message.subarray(at, length));
    block[length - at] = 0x80;
    if (length - at >= 56) {
      this.compress();
      block.fill(0);
    }
    new DataView(block.buffer).setUint32(56, Math.floor(length / 0x2000_0000));
    new DataView(block.buffer).setUint32(60, length << 3);
    this.compress();
  }

  private compress(): void {
    const { state, words, block } = this;
    for (let t = 0; t < 16; t++) {
      words[t] = (block[4 * t]! << 24) | (block[4 * t + 1]! << 16) | (block[4 * t + 2]! << 8) | block[4 * t + 3]!;
    }
    for (let t = 16; t < 64; t++) {
      const w15 = words[t - 15]!;
      const w2 = words[t - 2]!;
      const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
      const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
      words[t] = (words[t - 16]! + s0 + words[t - 7]! + s1) | 0;
    }
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    let f = state[5]!;
    let g = state[6]!;
    let h = state[7]!;
    for (let t = 0; t < 64; t++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const first = (h + s1 + ((e & f) ^ (~e & g)) + K[t]! + words[t]!) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0]! += a;
    state[1]! += b;
    state[2]! += c;
    state[3]! += d;
    state[4]! += e;
    state[5]! += f;
    state[6]! += g;
    state[7]! += h;
  }
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

const PRIMES = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
  113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239,
  241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311,
];

/** The standard's constants: the first 32 bits of the fractional parts of the primes' square and cube roots. */
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));

function fraction(root: number): number {
  return ((root % 1) * 0x1_0000_0000) | 0;
}
