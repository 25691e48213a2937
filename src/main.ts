import 'reflect-metadata';
import cluster from 'node:cluster';
import { failureOf } from './config/failure.js';
import { processSettings } from './config/process-settings.js';
import { createApp } from './http/create-app.js';
import { listen } from './http/listen.js';
import { announceReady, Workers } from './http/workers.js';

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
