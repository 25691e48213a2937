import type { INestApplication } from '@nestjs/common';
import type { Settings } from '../config/settings.js';

/** What is not under GATEHOUSE_API_PREFIX: the paths that standards, proxies and people expect at the root. */
const OUTSIDE_THE_API = [
  'health/{*path}',
  'oauth/{*path}',
  'verify',
  'gw/{*path}',
  '.well-known/{*path}',
  'docs/{*path}',
  'docs',
];

/** The service and the script that writes docs/openapi.json must agree on it. */
export function useApiPrefix(app: INestApplication, { apiPrefix }: Pick<Settings, 'apiPrefix'>): void {
  app.setGlobalPrefix(apiPrefix, { exclude: OUTSIDE_THE_API });
}
