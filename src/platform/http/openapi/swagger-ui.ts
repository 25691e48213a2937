import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { errorCatalogue } from '../../../shared/errors/domain-error.js';
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
const ASSET_CACHING = 'public, max-age=3600';

/** Runs in its own Fastify context, so that its headers cost the other routes nothing. */
export function serveSwaggerUi(
  app: INestApplication,
  document: () => Promise<OpenAPIObject>,
  settings: OpenApiSettings,
): void {
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  const base = new URL(settings.publicUrl).pathname.replace(/\/$/, '');
  void fastify.register((docs, _options, done) => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', DOCS_CONTENT_SECURITY_POLICY);
    });
    docs.get('/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(swaggerUiPage(base)));
    docs.get('/docs/errors', (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(errorCataloguePage(errorCatalogue(), base, settings.apiPrefix)),
    );
    docs.get('/docs/init.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(swaggerUiScript(base, settings)),
    );
    docs.get('/docs/openapi.json', async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(JSON.stringify(await document())),
    );
    for (const [file, type] of Object.entries(ASSETS)) serveAsset(docs, file, type);
    done();
  });
}

function serveAsset(docs: FastifyInstance, file: string, type: string): void {
  docs.get(`/docs/${file}`, async (_request, reply) =>
    reply
      .type(type)
      .header('cache-control', ASSET_CACHING)
      .send(await readFile(join(ASSET_FOLDER, file))),
  );
}
