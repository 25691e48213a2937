import 'reflect-metadata';
import { processSettings } from './src/config/process-settings.js';
import { createWriter } from './src/database/open-database.js';

/** The data source of TypeORM's command line (`npm run migration:run`, `:revert`, `:generate`), from the service's settings. */
export default await createWriter(processSettings().database);
