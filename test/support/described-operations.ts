import { ApiClient } from './api-client.js';
import type { TestApp } from './test-app.js';

/** As much of a JSON schema as the tests look at; references are resolved. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
}

export interface BodySchema {
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required: readonly string[];
}

export interface Operation {
  readonly method: string;
  /** With `{name}` for its parameters. */
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  /** Whether a bearer token may call it at all, or a signed-in person alone. */
  readonly takesTokens: boolean;
  readonly body: { readonly kind: 'json' | 'form'; readonly schema: BodySchema } | null;
}

interface Document {
  readonly paths: Record<string, Record<string, DocumentOperation>>;
  readonly components: { readonly schemas: Record<string, Partial<BodySchema>> };
}

interface DocumentOperation {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly $ref: string } }> };
}

/** Every operation of the service's own OpenAPI document: what a test goes through when it goes through all of them. */
export async function describedOperations(app: TestApp): Promise<Operation[]> {
  const document = (await new ApiClient(app).get('/docs/openapi.json')).body as Document;
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      pathParameters: namesOf(operation, 'path'),
      queryParameters: namesOf(operation, 'query'),
      takesTokens: operation.security?.some((scheme) => 'bearer' in scheme) ?? true,
      body: bodyOf(operation, document),
    })),
  );
}

/** A body that is as the document shows it, save what the path says already. */
export function exampleBody({ body, pathParameters }: Pick<Operation, 'body' | 'pathParameters'>) {
  const fields = Object.entries(body?.schema.properties ?? {}).filter(([name]) => !pathParameters.includes(name));
  return Object.fromEntries(fields.map(([name, { example }]) => [name, example]));
}

/** Sends a body of the kind that the operation takes. */
export function send(
  client: ApiClient,
  { method, body }: Pick<Operation, 'method' | 'body'>,
  path: string,
  fields?: object,
) {
  if (body?.kind === 'form') return client.form(path, fields as Record<string, string>);
  return client.call(method, path, body === null ? undefined : fields);
}

function namesOf(operation: DocumentOperation, place: string): string[] {
  return (operation.parameters ?? []).filter((each) => each.in === place).map(({ name }) => name);
}

function bodyOf({ requestBody }: DocumentOperation, { components }: Document): Operation['body'] {
  const [entry] = Object.entries(requestBody?.content ?? {});
  if (entry === undefined) return null;
  const [type, { schema }] = entry;
  const { properties = {}, required = [] } = components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {};
  return { kind: type === 'application/json' ? 'json' : 'form', schema: { properties, required } };
}
