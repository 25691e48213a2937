import 'reflect-metadata';
import cluster from 'node:cluster';
import { failureOf } from './platform/config/failure.js';
import { processSettings } from './platform/config/process-settings.js';
import { createApp } from './app/create-app.js';
import { listen } from './platform/http/server/listen.js';
import { ServedCertificate } from './platform/http/server/served-certificate.js';
import { announceReady, Workers } from './app/workers.js';

/** SIGHUP would end the process; operators and certbot send it to have certificates read again. */
let onHangUp = (): void => undefined;
process.on('SIGHUP', () => {
  onHangUp();
});

try {
  const settings = processSettings();
  if (settings.workers > 1 && cluster.isPrimary) {
    const workers = new Workers(settings);
    onHangUp = () => {
      workers.passOn('SIGHUP');
    };
    process.exitCode = await workers.run();
  } else {
    const app = await createApp(settings);
    // ends with 0 and flushed logs, not by the signal: a stop that was asked for is no failure
    app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
    await listen(app);
    onHangUp = () => {
      void app.get(ServedCertificate).reload();
    };
    announceReady();
  }
} catch (error) {
  const { exitCode, text } = failureOf(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}
