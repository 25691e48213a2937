// `npm run openapi` writes docs/openapi.json from the controllers; `npm run openapi:check` fails when it is stale.
import { ensurePluginMetadata } from './plugin-metadata.mjs';
import { writeOrCheck } from './generated-file.js';

await ensurePluginMetadata();
const [{ previewApp }, { buildOpenApi }] = await Promise.all([
  import('./preview-app.js'),
  import('../src/platform/http/openapi/set-up-openapi.js'),
]);
const { app, settings } = await previewApp();
const document = await buildOpenApi(app, settings);
writeOrCheck('docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`, 'npm run openapi');
