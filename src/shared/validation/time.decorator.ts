import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsISO8601, Matches, ValidateBy } from 'class-validator';

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** A time in the form of RFC 3339 §5.6, with its offset: `2027-01-31T00:00:00Z`. */
export function IsTime(): PropertyDecorator {
  return isTime('');
}

/** As IsTime, for a field that may be null. The class itself must let null through, with ValidateIf. */
export function IsTimeOrNull(): PropertyDecorator {
  return isTime(', or null for never');
}

function isTime(alternative: string): PropertyDecorator {
  const message = `$property must be a time with its offset, like 2027-01-31T00:00:00Z${alternative}`;
  const hasYear = ValidateBy({ name: 'hasYearInUtc', validator: { validate: hasYearInUtc } }, { message });
  return applyDecorators(UpperCase(), IsISO8601({ strict: true }, { message }), Matches(RFC3339, { message }), hasYear);
}

/** RFC 3339 §5.6: `t` and `z` may be lower case. */
function UpperCase(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toUpperCase() : value));
}

/** An offset can move a time beyond the years that RFC 3339 and MySQL can write. It would come back as another time. */
function hasYearInUtc(text: unknown): boolean {
  const year = typeof text === 'string' ? timeOf(text).getUTCFullYear() : NaN;
  return year >= 1 && year <= 9999;
}

/** The Date of a text that `IsTime` has accepted. */
export function timeOf(text: string): Date {
  return new Date(text);
}

export function timeOrNull(text: string | null): Date | null {
  return text === null ? null : timeOf(text);
}
