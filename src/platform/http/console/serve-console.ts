import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger, type INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Randomness } from '../../../shared/crypto/randomness.js';
import { readAssets, type ConsoleAsset } from './console-assets.js';
import { ConsolePage, type ConsolePageSettings } from './console-page.js';
import { CONSOLE_PAGES } from './console-pages.js';
import { consolePolicy } from './content-security-policy.js';

/** console/dist is three folders above both src/http/console and dist/http/console. */
const FOLDER = fileURLToPath(new URL('../../../../console/dist/', import.meta.url));
/** File names contain a hash of the contents: different contents have a different name. */
const ASSET_CACHING = 'public, max-age=31536000, immutable';
const NONCE_BYTES = 16;

/** Serves the console's page and files. Call before init. */
export function serveConsole(app: INestApplication, settings: ConsolePageSettings): void {
  const file = join(FOLDER, 'index.html');
  if (!existsSync(file)) {
    new Logger('Console').warn('The console is not built, so this service has none: run `npm run build`.');
    return;
  }
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  servePages(fastify, new ConsolePage(file, settings), app.get(Randomness));
  for (const [name, asset] of readAssets(join(FOLDER, 'assets'))) serveAsset(fastify, name, asset);
}

function servePages(fastify: FastifyInstance, page: ConsolePage, randomness: Randomness): void {
  for (const path of CONSOLE_PAGES) {
    fastify.get(path, (_request, reply) => {
      const nonce = Buffer.from(randomness.bytes(NONCE_BYTES)).toString('base64');
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', consolePolicy(nonce))
        .send(page.render(nonce));
    });
  }
}

function serveAsset(fastify: FastifyInstance, name: string, asset: ConsoleAsset): void {
  fastify.get(`/assets/${name}`, ({ headers }, reply): FastifyReply => {
    const encoding = asset.encodingFor(headers['accept-encoding'] ?? '');
    void reply.type(asset.type).header('cache-control', ASSET_CACHING).header('vary', 'accept-encoding');
    if (encoding !== null) void reply.header('content-encoding', encoding.name);
    return reply.send(encoding?.body ?? asset.plain);
  });
}
