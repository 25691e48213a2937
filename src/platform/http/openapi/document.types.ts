import type { OpenAPIObject } from '@nestjs/swagger';
import type { Access } from '../../../shared/authz/access.js';

// @nestjs/swagger exports only the type of the whole document; the types of its parts are derived from it.
export type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
export type Responses = Operation['responses'];
export type Response = Exclude<NonNullable<Responses[string]>, { $ref: string }>;
export type Components = NonNullable<OpenAPIObject['components']>;
export type SecurityScheme = NonNullable<Components['securitySchemes']>[string];

/** What the document needs to know about the service: the settings that it shows. */
export interface OpenApiSettings {
  readonly publicUrl: string;
  readonly apiPrefix: string;
  readonly tokenPrefix: string;
  readonly cookie: { readonly domain: string | null; readonly path: string };
}

/** A route as its controller declares it. */
export interface DeclaredRoute {
  readonly controller: string;
  readonly method: string;
  readonly access: Access | undefined;
  readonly accountCall: boolean;
  /** Whether clients can repeat it with an Idempotency-Key. */
  readonly takesIdempotencyKey: boolean;
  /** Whether its errors are those of RFC 6749. */
  readonly oauthDialect: boolean;
  /** Whether it only reads: GET. */
  readonly isSafe: boolean;
}
