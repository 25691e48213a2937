import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { errorCatalogue } from '../../../shared/errors/domain-error.js';
import { ConsoleAsset } from '../console/console-assets.js';
import { errorCataloguePage } from './error-catalogue.page.js';
import { swaggerUiPage, swaggerUiScript } from './swagger-ui.page.js';
import type { OpenApiSettings } from './document.types.js';

/** Allows scripts and calls of this origin only. Swagger UI sets style attributes, so styles alone need 'unsafe-inline'. */
export const DOCS_CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};
const ASSET_FOLDER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
/** Fast enough for the first reader, and a fifth of the size. */
const BROTLI_QUALITY = 6;
const ASSET_CACHING = 'public, max-age=3600';

/** Runs in its own Fastify context, so that its headers cost the other routes nothing. */
export function serveSwaggerUi(
  app: INestApplication,
  document: () => Promise<OpenAPIObject>,
  settings: OpenApiSettings,
): void {
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  const { origin, pathname } = new URL(settings.publicUrl);
  const base = pathname.replace(/\/$/, '');
  // Readers can choose the public address for their calls, when they have opened the page at another one.
  const policy = DOCS_CONTENT_SECURITY_POLICY.replace("connect-src 'self'", `connect-src 'self' ${origin}`);
  void fastify.register((docs, _options, done) => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', policy);
    });
    docs.get('/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(swaggerUiPage(base)));
    docs.get('/docs/errors', (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(errorCataloguePage(errorCatalogue(), base, settings.apiPrefix)),
    );
    docs.get('/docs/init.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(swaggerUiScript(base, settings)),
    );
    serveCompressed(docs, '/docs/openapi.json', async () =>
      asset('application/json; charset=utf-8', Buffer.from(JSON.stringify(await document()))),
    );
    for (const [file, type] of Object.entries(ASSETS)) {
      const read = async () => asset(type, await readFile(join(ASSET_FOLDER, file)));
      serveCompressed(docs, `/docs/${file}`, read, ASSET_CACHING);
    }
    done();
  });
}

/** Made for the first reader, and kept. */
function serveCompressed(
  docs: FastifyInstance,
  path: string,
  make: () => Promise<ConsoleAsset>,
  caching?: string,
): void {
  let made: Promise<ConsoleAsset> | undefined;
  docs.get(path, async ({ headers }, reply) => {
    const content = await (made ??= make());
    const encoding = content.encodingFor(headers['accept-encoding'] ?? '');
    void reply.type(content.type).header('vary', 'accept-encoding');
    if (caching !== undefined) void reply.header('cache-control', caching);
    if (encoding !== null) void reply.header('content-encoding', encoding.name);
    return reply.send(encoding?.body ?? content.plain);
  });
}

async function asset(type: string, plain: Buffer): Promise<ConsoleAsset> {
  if (type.startsWith('image/')) return new ConsoleAsset(type, plain, new Map());
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, { params }), promisify(gzip)(plain)]);
  return new ConsoleAsset(
    type,
    plain,
    new Map([
      ['br', br],
      ['gzip', gz],
    ]),
  );
}
