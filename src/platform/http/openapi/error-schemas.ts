import type { Components } from './document.types.js';

type Schemas = NonNullable<Components['schemas']>;

/** The bodies of errors. They are not DTOs of a controller, so they are written here. */
export function errorSchemas(publicUrl: string): Schemas {
  return { Problem: problem(publicUrl), OAuthError: oauthError() };
}

function problem(publicUrl: string): Schemas[string] {
  return {
    type: 'object',
    description: `RFC 9457. Every code is explained at ${publicUrl}/docs/errors.`,
    required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
    properties: {
      type: {
        type: 'string',
        format: 'uri',
        description: 'Names the kind of problem.',
        example: `${publicUrl}/docs/errors#not_found`,
      },
      title: { type: 'string', description: 'The same for every occurrence.', example: 'There is no such thing' },
      status: {
        type: 'integer',
        format: 'int32',
        minimum: 400,
        maximum: 599,
        description: 'The HTTP status.',
        example: 404,
      },
      detail: { type: 'string', description: 'This occurrence, in a sentence.', example: 'Check the path and the id.' },
      code: { type: 'string', description: 'Stable, for programs.', example: 'not_found' },
      requestId: {
        type: 'string',
        description: 'Names this request in the log.',
        example: 'EBWLCL1kgVLI-a',
      },
      errors: { type: 'array', maxItems: 100, description: 'The fields that are wrong.', items: fieldError() },
    },
  };
}

function fieldError(): Schemas[string] {
  return {
    type: 'object',
    required: ['path', 'message'],
    properties: {
      path: { type: 'string', description: 'The field.', example: 'scopes.0' },
      message: { type: 'string', description: 'What the field must be.', example: 'scopes.0 must be a scope' },
    },
  };
}

function oauthError(): Schemas[string] {
  return {
    type: 'object',
    description: 'RFC 6749 §5.2.',
    required: ['error', 'error_description'],
    properties: {
      error: { type: 'string', description: 'The error code.', example: 'invalid_request' },
      error_description: { type: 'string', description: 'For developers.', example: 'grant_type is missing' },
    },
  };
}
