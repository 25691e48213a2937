import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsOptional, ValidateBy } from 'class-validator';
import { upstreamUrlProblem } from '../../../shared/validation/upstream-url.js';
import type { Credential } from '../credential.entity.js';
import type { CredentialSettings } from '../credentials.types.js';

const MOST_ORIGINS = 50;

/** Scheme, host and port (RFC 6454 §4) of the address of an upstream. */
export function originOf(url: string): string {
  return new URL(url).origin;
}

/** The only places where a credential may be sent (contract §9): the named origins, and the origin of its token endpoint. */
export function boundOrigins({ origins, settings }: Pick<Credential, 'origins' | 'settings'>): string[] {
  return [...new Set([...(origins ?? []), ...tokenOrigin(settings)])];
}

/** The origins to store: the token endpoint's follows from the settings. */
export function keptOrigins(origins: readonly string[], settings: CredentialSettings): string[] {
  const implied = tokenOrigin(settings);
  return [...new Set(origins.map(originOf))].filter((origin) => !implied.includes(origin));
}

function tokenOrigin(settings: CredentialSettings): string[] {
  return settings.type === 'client_credentials' ? [originOf(settings.tokenUrl)] : [];
}

/** A list of origins. Null is the same as leaving it out. */
export function IsOriginList(): PropertyDecorator {
  const valid = (value: unknown) => typeof value === 'string' && isOrigin(value);
  const defaultMessage = () =>
    'each value in $property must be an origin, like https://orders.example.com:8443, without a path';
  return applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST_ORIGINS),
    ValidateBy({ name: 'isOrigin', validator: { validate: valid, defaultMessage } }, { each: true }),
  );
}

function isOrigin(text: string): boolean {
  if (text.length > 300 || upstreamUrlProblem(text, { schemes: ['https', 'http'], query: false }) !== null)
    return false;
  return new URL(text).pathname === '/';
}
