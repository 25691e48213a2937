import { Column, PrimaryColumn, type ColumnOptions, type PrimaryColumnOptions, type ValueTransformer } from 'typeorm';

/**
 * The column types that mean the same on every dialect. Charset and collation are for MySQL. SQLite compares bytes anyway, and
 * sqlite/sqlite-data-source.ts drops both from its metadata.
 *
 * Identifiers, hashes and names compare byte by byte: a collation that ignores case would let one value stand in for another.
 */
const ASCII = { charset: 'ascii', collation: 'ascii_bin' } as const;
const UNICODE = { charset: 'utf8mb4', collation: 'utf8mb4_bin' } as const;

/** A type of MySQL. On SQLite, whose text has no limit, sqlite/sqlite-data-source.ts makes it that. */
export const LONG_TEXT = 'mediumtext';

interface PortableOptions {
  readonly nullable?: boolean;
  readonly primary?: boolean;
}

const portable = (type: ColumnOptions, options: PortableOptions): PropertyDecorator =>
  options.primary === true
    ? PrimaryColumn(type as PrimaryColumnOptions)
    : Column({ ...type, nullable: options.nullable ?? false });

/** A UUIDv7 of ours, or a reference to one. */
export const IdColumn = (options: PortableOptions = {}) => portable({ type: 'varchar', length: 36, ...ASCII }, options);

/** A SHA-256 in hex. */
export const HashColumn = (options: PortableOptions = {}) =>
  portable({ type: 'varchar', length: 64, ...ASCII }, options);

/** A word from a fixed set (a status, a kind, an action), or an identifier that is not a UUID. */
export const WordColumn = (length: number, options: PortableOptions = {}) =>
  portable({ type: 'varchar', length, ...ASCII }, options);

/** Text that a person wrote. */
export const TextColumn = (length: number, options: PortableOptions = {}) =>
  portable({ type: 'varchar', length, ...UNICODE }, options);

/** Text without a length limit of its own (64 KiB on MySQL): lists and sealed values. */
export const LongTextColumn = (options: PortableOptions & { readonly transformer?: ValueTransformer } = {}) =>
  portable(
    { type: 'text', ...UNICODE, ...(options.transformer === undefined ? {} : { transformer: options.transformer }) },
    options,
  );

export const JsonColumn = (options: PortableOptions = {}) => portable({ type: 'simple-json', ...UNICODE }, options);

const JSON_TEXT: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (text: unknown) => (typeof text === 'string' ? (JSON.parse(text) as unknown) : text),
};

/** JSON that may be longer than 64 KiB, up to 16 MiB on MySQL. */
export const LongJsonColumn = (options: PortableOptions = {}) =>
  portable({ type: LONG_TEXT, ...UNICODE, transformer: JSON_TEXT }, options);

/** A time in UTC with milliseconds, always set by the application's clock. */
export const TimeColumn = (options: PortableOptions = {}) => portable({ type: 'datetime', precision: 3 }, options);

export const IntegerColumn = (options: PortableOptions = {}) => portable({ type: 'integer' }, options);
