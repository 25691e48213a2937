import { candidates } from './candidates.js';
import { moveToLoadCore } from './cores.js';
import type { BenchDatabase } from './databases.js';
import { loadOnce } from './load.js';
import type { BenchOptions } from './options.js';
import { residentMebibytes } from './process-usage.js';

const VERIFICATIONS = 1_000_000;
const TOKENS = 10_000;
const SAMPLE_SECONDS = 5;

/** `npm run bench -- memory`: the service's resident memory during a million verifications of 10,000 tokens at random. */
export async function memory(databases: readonly BenchDatabase[], options: BenchOptions): Promise<boolean> {
  const calls = { ...options, calls: ['verify'] as const };
  const targets = candidates(databases, TOKENS, calls).filter(({ name }) => name.includes('at random'));
  let allRight = true;
  for (const target of targets) {
    const server = await target.start();
    moveToLoadCore();
    let answered = 0;
    try {
      while (answered < VERIFICATIONS) {
        const { perSecond, wrong } = await loadOnce(target, server, SAMPLE_SECONDS, options);
        answered += Math.round(perSecond * SAMPLE_SECONDS);
        allRight &&= wrong === 0;
        const resident = residentMebibytes(server.pid).toFixed(0);
        console.log(`${target.dialect ?? ''}: ${String(answered).padStart(8)} verifications, ${resident} MiB resident`);
      }
    } finally {
      await server.stop();
    }
  }
  return allRight;
}
