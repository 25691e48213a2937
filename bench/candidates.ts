import type { BenchDatabase } from './databases.js';
import type { BenchOptions } from './options.js';
import type { Target } from './target.types.js';

/**
 * The service itself: for each database one process (`startServer` of what was built), and for each call a hot token,
 * 10,000 tokens at random, and junk whose checksum is wrong.
 */
export type Candidates = (
  databases: readonly BenchDatabase[],
  tokens: number,
  options: BenchOptions,
) => Promise<Target[]>;

export const candidates: Candidates = () => Promise.resolve([]);
