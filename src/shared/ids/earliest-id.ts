const TIME_DIGITS = 12;

/** A bound for UUIDv7 identifiers (RFC 9562 §5.7): every id made at this time (Unix milliseconds) or later sorts after it. */
export function earliestId(milliseconds: number): string {
  const time = Math.max(0, milliseconds).toString(16).padStart(TIME_DIGITS, '0').slice(-TIME_DIGITS);
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
