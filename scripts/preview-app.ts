import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from '../src/app.module.js';
import { readSettings } from '../src/config/read-settings.js';
import { useApiPrefix } from '../src/http/api-prefix.js';
import type { Settings } from '../src/config/settings.js';

/** The application as its decorators describe it, on the default settings; in preview nothing is instantiated or opened. */
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
