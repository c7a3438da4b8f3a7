/** A round window flower (窗花) of our own, drawn around the origin with a radius of 100: the page and the poster share it. */
export interface Cut {
  path: string;
  /** How many times it is repeated around the middle. */
  times: number;
  /** Turned by so many degrees before that. */
  turn?: number;
}

export const paperCut: Cut[] = [
  // the rim: scallops with a round hole each
  {
    path: 'M-13 -87 A 13.4 13.4 0 0 1 13 -87 L 11.6 -79 A 80 80 0 0 0 -11.6 -79 Z M0 -87.5 m-3.2 0 a3.2 3.2 0 1 0 6.4 0 a3.2 3.2 0 1 0 -6.4 0 Z',
    times: 21,
  },
  { path: 'M0 -80.5 A 80.5 80.5 0 1 1 -0.01 -80.5 Z M0 -77.5 A 77.5 77.5 0 1 0 0.01 -77.5 Z', times: 1 },
  // saw teeth, as scissors leave them
  { path: 'M-3.6 -78 L0 -70.5 L3.6 -78 Z', times: 60 },
  // eight lotus petals, one within the other
  {
    path: 'M0 -33 C 14 -38 21 -48 17 -58 C 13 -66 5 -67 0 -77 C -5 -67 -13 -66 -17 -58 C -21 -48 -14 -38 0 -33 Z M0 -39.5 C 9 -43 14.5 -50 12 -56 C 9 -61.5 4 -62 0 -68.5 C -4 -62 -9 -61.5 -12 -56 C -14.5 -50 -9 -43 0 -39.5 Z',
    times: 8,
  },
  {
    path: 'M0 -41.5 C 7 -45 10 -50 7.5 -54.5 C 5.5 -57.5 2.5 -56 0 -62.5 C -2.5 -56 -5.5 -57.5 -7.5 -54.5 C -10 -50 -7 -45 0 -41.5 Z M0 -45 C 3 -48 3 -51.5 0 -54.5 C -3 -51.5 -3 -48 0 -45 Z',
    times: 8,
  },
  // leaves between them
  {
    path: 'M0 -47 C 5.5 -54 5.5 -63 0 -71.5 C -5.5 -63 -5.5 -54 0 -47 Z M0 -54 C 2 -58 2 -62 0 -66 C -2 -62 -2 -58 0 -54 Z',
    times: 8,
    turn: 22.5,
  },
  { path: 'M0 -36.5 m-3.4 0 a3.4 3.4 0 1 0 6.8 0 a3.4 3.4 0 1 0 -6.8 0 Z', times: 8, turn: 22.5 },
  // the middle: a ring of cloud heads around an open book
  { path: 'M0 -33.5 A 33.5 33.5 0 1 1 -0.01 -33.5 Z M0 -30.6 A 30.6 30.6 0 1 0 0.01 -30.6 Z', times: 1 },
  { path: 'M-4.4 -31 A 4.6 4.6 0 0 0 4.4 -31 Z', times: 20 },
  {
    path: 'M0 -8 C -5 -13 -12 -14.5 -20 -14 L -20 11 C -12 10.5 -5 12 0 17 C 5 12 12 10.5 20 11 L 20 -14 C 12 -14.5 5 -13 0 -8 Z M-1.3 -4.5 L -1.3 11.5 C -6 8.6 -11 7.6 -17 7.8 L -17 -11 C -11 -11 -5.5 -9.6 -1.3 -4.5 Z M1.3 -4.5 C 5.5 -9.6 11 -11 17 -11 L 17 7.8 C 11 7.6 6 8.6 1.3 11.5 Z',
    times: 1,
  },
  {
    path: 'M-14 -7.2 C -10 -7 -7 -6 -4.5 -3.6 L -4.5 -1 C -7 -3.4 -10 -4.4 -14 -4.6 Z M-14 -1.2 C -10 -1 -7 0 -4.5 2.4 L -4.5 5 C -7 2.6 -10 1.6 -14 1.4 Z',
    times: 1,
  },
  {
    path: 'M14 -7.2 C 10 -7 7 -6 4.5 -3.6 L 4.5 -1 C 7 -3.4 10 -4.4 14 -4.6 Z M14 -1.2 C 10 -1 7 0 4.5 2.4 L 4.5 5 C 7 2.6 10 1.6 14 1.4 Z',
    times: 1,
  },
  { path: 'M0 -25 C 3.5 -22 3.5 -18.5 0 -14.5 C -3.5 -18.5 -3.5 -22 0 -25 Z', times: 1 },
  { path: 'M0 25.5 C 2.6 23.5 2.6 21.5 0 19 C -2.6 21.5 -2.6 23.5 0 25.5 Z', times: 1 },
];

/** The turns, in degrees, at which a cut stands. */
export function turns({ times, turn = 0 }: Cut): number[] {
  return Array.from({ length: times }, (_, index) => turn + (360 / times) * index);
}
