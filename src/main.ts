import 'reflect-metadata';
import { processSettings } from './config/process-settings.js';
import { SettingsError } from './config/settings-error.js';
import { createApp } from './http/create-app.js';
import { listen } from './http/listen.js';

try {
  const app = await createApp(processSettings());
  // ends with 0 and flushed logs, not by the signal: a stop that was asked for is no failure
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await listen(app);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
