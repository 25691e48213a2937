import { expect } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';

const LIMIT_MS = 60_000;
const PAUSE_MS = 50;

/** Asks until it is answered so; at the end the last answer is what the test fails with. */
export async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  let answer = await ask();
  for (let waited = 0; answer !== wanted && waited < LIMIT_MS; waited += PAUSE_MS) {
    await delay(PAUSE_MS);
    answer = await ask();
  }
  expect(answer).toBe(wanted);
}
