import type { INestApplication } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { traitsOf } from '../../../shared/protocol/route-traits.js';
import type { Settings } from '../../config/settings.js';
import { controllersOf } from './trait-table.js';

/** Puts every controller without AtRoot below GATEHOUSE_API_PREFIX. The script that writes docs/openapi.json does the same. */
export function useApiPrefix(app: INestApplication, { apiPrefix }: Pick<Settings, 'apiPrefix'>): void {
  const atRoot = controllersOf(app.get(ModulesContainer)).filter((controller) => traitsOf(controller).atRoot);
  const paths = atRoot.map((controller) => Reflect.getMetadata(PATH_METADATA, controller) as string);
  app.setGlobalPrefix(apiPrefix, { exclude: [...new Set(paths)].flatMap((path) => [path, `${path}/{*path}`]) });
}
