import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { notePublicUrl } from '../../config/noted-public-url.js';
import { Settings } from '../../config/settings.js';
import { Metrics } from '../metrics/metrics.js';
import { PlainPort } from '../plain-port/plain-port.js';

/** Opens every port of the settings and logs the address of the service. */
export async function listen(app: NestFastifyApplication): Promise<void> {
  const settings = app.get(Settings);
  await app.listen({ port: settings.port, host: settings.host });
  await app.get(PlainPort).listen();
  await app.get(Metrics).listen();
  notePublicUrl(settings);
  const logger = new Logger('Gatehouse');
  for (const line of banner(settings)) logger.log(line);
  for (const notice of settings.notices) logger.warn(notice);
}

function banner(settings: Settings): string[] {
  const { database, dataDir, tls, httpPort, metricsPort, host, port } = settings;
  return [
    `Gatehouse is ready at ${settings.publicUrl} (listening on ${host}:${port}, ${tls.mode === 'on' ? 'HTTPS' : 'HTTP behind a trusted proxy'})`,
    database.kind === 'sqlite' ? `Database: embedded SQLite in ${database.file}` : 'Database: MySQL/MariaDB',
    `Data folder: ${dataDir}`,
    ...(httpPort === 0 ? [] : [`Plain port ${httpPort} refuses every request and revokes what is sent to it`]),
    ...(metricsPort === 0 ? [] : [`Metrics: http://${host}:${metricsPort}/metrics`]),
  ];
}
