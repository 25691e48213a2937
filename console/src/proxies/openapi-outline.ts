import { objectOf } from './definition-of-file';
import { METHODS } from './methods';

type Json = Record<string, unknown>;

/** Null when this is no OpenAPI document of version 3. */
export function outlineOf(content: unknown): Json | null {
  const { openapi, info, security, paths } = objectOf(content);
  if (typeof openapi !== 'string' || !openapi.startsWith('3.')) return null;
  const { title, description } = objectOf(info);
  return {
    openapi,
    info: { title, description },
    ...(security === undefined ? {} : { security }),
    paths: Object.fromEntries(Object.entries(objectOf(paths)).map(([path, item]) => [path, operationsOf(item)])),
  };
}

/** What rules are made from. The rest of a document, its schemas and examples, may be longer than what the service takes. */
function operationsOf(item: unknown): Json {
  const operations = objectOf(item);
  const names = METHODS.map((method) => method.toLowerCase()).filter((name) => operations[name] !== undefined);
  return Object.fromEntries(
    names.map((name) => {
      const { security } = objectOf(operations[name]);
      return [name, security === undefined ? {} : { security }];
    }),
  );
}
