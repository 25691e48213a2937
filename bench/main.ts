// `npm run bench`: one table of speeds and ratios, measured in one run; `-- memory` measures the memory, `-- removal` the removal
// of a user, and `-- gateway` the traffic through the gateway. options.ts has the arguments.
import { Randomness } from '../src/shared/crypto/randomness.js';
import { CredentialFormat } from '../src/shared/crypto/credential-format.js';
import { baselines } from './baselines.js';
import { candidates } from './candidates.js';
import { moveToLoadCore } from './cores.js';
import { openDatabases } from './databases.js';
import { gateway } from './gateway.js';
import { memory } from './memory.js';
import { readOptions } from './options.js';
import { removal } from './removal.js';
import { table } from './report.js';
import { measure } from './rounds.js';

const TOKENS = 10_000;

const options = readOptions();
const databases = await openDatabases();
try {
  const measures = {
    memory: () => memory(databases, options),
    removal: () => removal(databases),
    gateway: () => gateway(databases, options),
    speed,
  };
  if (!(await measures[options.what]())) process.exitCode = 1;
} finally {
  await Promise.all(databases.map((database) => database.remove()));
}

/** Whether every answer was the right one. */
async function speed(): Promise<boolean> {
  const format = new CredentialFormat('gth');
  const randomness = new Randomness();
  const tokens = Array.from({ length: TOKENS }, () => format.generate('pat', randomness));
  const targets = [...(await baselines(databases, tokens, options)), ...candidates(databases, TOKENS, options)];
  moveToLoadCore();
  const results = await measure(targets, options);
  console.log(table(results.sort((a, b) => a.target.call.localeCompare(b.target.call))));
  return results.every(({ wrong }) => wrong === 0);
}
