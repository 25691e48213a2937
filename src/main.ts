import 'reflect-metadata';
import cluster from 'node:cluster';
import { failureOf } from './platform/config/failure.js';
import { processSettings } from './platform/config/process-settings.js';
import { createApp } from './app/create-app.js';
import { listen } from './platform/http/server/listen.js';
import { announceReady, Workers } from './app/workers.js';

try {
  const settings = processSettings();
  if (settings.workers > 1 && cluster.isPrimary) {
    process.exitCode = await new Workers(settings).run();
  } else {
    const app = await createApp(settings);
    // ends with 0 and flushed logs, not by the signal: a stop that was asked for is no failure
    app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
    await listen(app);
    announceReady();
  }
} catch (error) {
  const { exitCode, text } = failureOf(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}
