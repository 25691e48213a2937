import { Transform } from 'class-transformer';

/** A number in a query: decimal digits, and no other form that JavaScript accepts (`1e2`, `0x10`, ` 5`). */
export function DecimalDigits(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (/^\d{1,15}$/.test(value) ? Number(value) : NaN) : value,
  );
}
