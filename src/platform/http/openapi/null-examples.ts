import type { OpenAPIObject } from '@nestjs/swagger';

/** The plugin drops `@example null`. A nullable field without an example gets null as its example. */
export function withNullExamples(document: OpenAPIObject): OpenAPIObject {
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => {
    if ('$ref' in schema || schema.properties === undefined) return [name, schema] as const;
    const properties = Object.entries(schema.properties).map(
      ([field, property]) => [field, mayShowNull(property) ? { ...property, example: null } : property] as const,
    );
    return [name, { ...schema, properties: Object.fromEntries(properties) }] as const;
  });
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}

function mayShowNull(property: object): boolean {
  if (!('type' in property) || 'example' in property || 'enum' in property) return false;
  return Array.isArray(property.type) && property.type.includes('null');
}
