import { solve, type Puzzle } from './proof-of-work';

export type SolverMessage = { share: number } | { number: number | undefined };

addEventListener('message', ({ data }: MessageEvent<Puzzle>) => {
  const tell = (message: SolverMessage) => postMessage(message);
  tell({ number: solve(data, (share) => tell({ share })) });
});
