// `npm run errors` writes docs/errors.md from the errors that the modules declare; `npm run errors:check` fails when it is stale.
import { ensurePluginMetadata } from './plugin-metadata.mjs';
import { writeOrCheck } from './generated-file.js';

await ensurePluginMetadata();
// the application's root module loads every module, and with it every x.errors.ts
await import('../src/app/app.module.js');
const [{ errorCatalogue }, { errorPage }] = await Promise.all([
  import('../src/shared/errors/domain-error.js'),
  import('./error-page.js'),
]);
writeOrCheck('docs/errors.md', errorPage(errorCatalogue()), 'npm run errors');
