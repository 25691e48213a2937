import { Transform } from 'class-transformer';

/**
 * Beside `IsUUID`, for an id in a body or a query, or a list of ids: either case is read (RFC 9562 §4), and lower case is stored and
 * compared.
 */
export function IdInEitherCase(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lowerCase) : lowerCase(value)));
}

function lowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
