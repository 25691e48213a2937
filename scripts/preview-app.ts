import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from '../src/app/app.module.js';
import { readSettings } from '../src/platform/config/reading/read-settings.js';
import { useApiPrefix } from '../src/platform/http/server/api-prefix.js';
import type { Settings } from '../src/platform/config/settings.js';

/**
 * The application as its decorators describe it, with the default settings. In preview mode, nothing is instantiated or opened.
 */
export async function previewApp(): Promise<{ app: INestApplication; settings: Settings }> {
  const settings = readSettings({}, (path) => {
    throw new Error(`the default settings read no file: ${path}`);
  });
  const app = await NestFactory.create(AppModule.register(settings), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
  });
  useApiPrefix(app, settings);
  return { app, settings };
}
