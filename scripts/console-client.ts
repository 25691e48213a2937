// `npm run console:client` writes the types of the console's API client from docs/openapi.json;
// `npm run console:client:check` fails when they are stale.
import { readFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { writeOrCheck } from './generated-file.js';

const TARGET = 'console/src/api/schema.ts';
/** The prefix is a setting (GATEHOUSE_API_PREFIX): the client gets it from the page, and its paths start after it. */
const PREFIX = '/api/v1';
const NOTICE = '// Generated from docs/openapi.json by `npm run console:client`: do not edit.\n';

const document = JSON.parse(readFileSync(new URL('../docs/openapi.json', import.meta.url), 'utf8')) as OpenAPI3 & {
  paths: Record<string, object>;
};
const paths = Object.entries(document.paths)
  .filter(([path]) => path.startsWith(`${PREFIX}/`))
  .map(([path, item]) => [path.slice(PREFIX.length), item] as const);
const types = astToString(await openapiTS({ ...document, paths: Object.fromEntries(paths) }));
const options = await resolveConfig(new URL(`../${TARGET}`, import.meta.url));
writeOrCheck(TARGET, await format(NOTICE + types, { ...options, parser: 'typescript' }), 'npm run console:client');
