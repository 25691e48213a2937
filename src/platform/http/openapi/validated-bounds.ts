import { getMetadataStorage } from 'class-validator';
import type { OpenAPIObject } from '@nestjs/swagger';
import metadata from '../../../metadata.js';
import { RFC3339 } from '../../../shared/validation/time.decorator.js';
import type { Components } from './document.types.js';

type Schemas = NonNullable<Components['schemas']>;
type Schema = Exclude<Schemas[string], { $ref: string }>;

/** The JSON Schema form of each class-validator rule. A rule that is missing here can't be expressed there. */
const KEYWORDS: Readonly<Partial<Record<string, (constraints: readonly unknown[]) => object>>> = {
  maxLength: ([most]) => ({ maxLength: most }),
  minLength: ([least]) => ({ minLength: least }),
  isLength: ([least, most]) => ({ minLength: least, maxLength: most }),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayMinSize: ([least]) => ({ minItems: least }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  matches: ([pattern]) => (pattern instanceof RegExp ? { pattern: pattern.source } : {}),
  isUuid: () => ({ format: 'uuid' }),
  isEmail: () => ({ format: 'email' }),
  isTime: () => ({ format: 'date-time', pattern: RFC3339.source }),
  // gateway/proxies/rules/route-pattern.ts, gateway/proxies/rules/proxy-path.ts, gateway/proxies/import/openapi-import.ts, gateway/proxies/dto/rule-test.request.ts
  isPathPattern: () => ({ minLength: 1, maxLength: 500 }),
  isTestedPath: () => ({ minLength: 1, maxLength: 2000 }),
  isProxyPath: () => ({ minLength: 1, maxLength: 200 }),
  isScopeResource: () => ({ minLength: 1, maxLength: 54 }),
  // shared/authz/username.ts
  isUsername: () => ({ minLength: 2, maxLength: 63 }),
};

/**
 * Adds the bounds that validation enforces to the fields of requests. The plugin only reads literal arguments from the source;
 * constants and composed decorators are known when the classes are loaded.
 */
export async function withValidatedBounds(document: OpenAPIObject): Promise<OpenAPIObject> {
  const schemas = document.components?.schemas ?? {};
  const bounded = Object.entries(await dtoClasses()).flatMap(([name, dto]): [string, Schema][] => {
    const schema = schemas[name];
    return schema === undefined || '$ref' in schema ? [] : [[name, boundedSchema(schema, dto)]];
  });
  return {
    ...document,
    components: { ...document.components, schemas: { ...schemas, ...Object.fromEntries(bounded) } },
  };
}

type DtoClass = new () => object;

interface PluginMetadata {
  readonly '@nestjs/swagger': { readonly models: readonly [Promise<Record<string, DtoClass | undefined>>, object][] };
}

/** Every class that the plugin found in a DTO file, by name. */
async function dtoClasses(): Promise<Record<string, DtoClass>> {
  // the type of the generated file changes with its contents
  const generated: unknown = await metadata();
  const { models } = (generated as PluginMetadata)['@nestjs/swagger'];
  const files = await Promise.all(models.map(async ([file, classes]) => ({ file: await file, classes })));
  const entries = files.flatMap(({ file, classes }) => Object.keys(classes).map((name) => [name, file[name]] as const));
  return Object.fromEntries(entries.filter((entry): entry is [string, DtoClass] => entry[1] !== undefined));
}

function boundedSchema(schema: Schema, dto: DtoClass): Schema {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  const properties = Object.entries(schema.properties ?? {}).map(([field, property]) => {
    const known = rules.filter((rule) => rule.propertyName === field && !rule.each);
    const keywords = known.map(({ name = '', constraints }) => KEYWORDS[name]?.(constraints) ?? {});
    return [field, { ...property, ...(Object.assign({}, ...keywords) as object) }] as const;
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}
