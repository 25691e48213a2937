// `npm start`: builds if necessary, then becomes the service. It stays in one process, so that a SIGTERM reaches it.
import { ensureBuilt } from './build.mjs';
import { runBuilt } from './run-built.mjs';

await ensureBuilt();
process.stderr.write('Starting Gatehouse…\n');
await runBuilt('main.js');
