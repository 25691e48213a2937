// `npm start`: builds when needed, then becomes the service. In one process, so that a SIGTERM reaches it.
import { ensureBuilt } from './build.mjs';
import { runBuilt } from './run-built.mjs';

await ensureBuilt();
await runBuilt('main.js');
