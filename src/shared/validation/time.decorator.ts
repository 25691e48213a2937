import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';

/** RFC 3339 §5.6. Its letters may be lower case, and its fraction may have any number of digits. */
export const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const MINUTE_MS = 60_000;

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
  const validate = (value: unknown): boolean => typeof value === 'string' && read(value) !== null;
  return applyDecorators(ValidateBy({ name: 'isTime', validator: { validate } }, { message }));
}

/** The Date of a text that `IsTime` has accepted. A leap second is the second after it, since Unix time has none. */
export function timeOf(text: string): Date {
  const time = read(text);
  if (time === null) throw new Error('the time was not validated');
  return time;
}

export function timeOrNull(text: string | null): Date | null {
  return text === null ? null : timeOf(text);
}

/** The one reader of times from outside. Null for anything but a time that exists, in a year that RFC 3339 and MySQL can write. */
function read(text: string): Date | null {
  const parts = RFC3339.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = '', hour, minute, second, fraction = '', sign, hours, minutes] = parts;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return null;
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const minuteStart = date.getTime() + (Number(hour) * 60 + Number(minute) - offset) * MINUTE_MS;
  if (second === '60' && !mayHoldLeapSecond(new Date(minuteStart))) return null;
  const time = new Date(minuteStart + Number(second) * 1000 + Number(fraction.slice(1, 4).padEnd(3, '0')));
  return time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999 ? time : null;
}

/** RFC 3339 §5.7: leap seconds are inserted at the end of June or December, in UTC. Which year gets one is not known before. */
function mayHoldLeapSecond(minute: Date): boolean {
  const after = new Date(minute.getTime() + MINUTE_MS);
  const isNewYearOrJuly = after.getUTCMonth() === 0 || after.getUTCMonth() === 6;
  return isNewYearOrJuly && after.getUTCDate() === 1 && after.getUTCHours() === 0 && after.getUTCMinutes() === 0;
}
