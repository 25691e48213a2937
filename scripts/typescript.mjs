// Lets Node 20 run the project's TypeScript directly: `node --import ./scripts/typescript.mjs file.ts`. For tools only (OpenAPI,
// error catalogue, migrations, bench); the service runs from dist.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
