import 'reflect-metadata';
import { ENTITIES } from './src/app/entities.js';
import { processSettings } from './src/platform/config/process-settings.js';
import { createWriter } from './src/platform/database/opening/open-database.js';

/** The data source of TypeORM's command line (`npm run migration:run`, `:revert`, `:generate`), from the service's settings. */
export default await createWriter(processSettings().database, ENTITIES);
