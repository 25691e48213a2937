// `npm run -s gatehouse -- <command>`: the operator's commands. This script prints nothing of its own on stdout.
import { ensureBuilt } from './build.mjs';
import { runBuilt } from './run-built.mjs';

await ensureBuilt();
await runBuilt('cli.js');
