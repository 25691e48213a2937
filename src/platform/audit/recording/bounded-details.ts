import { cutText } from '../../../shared/validation/cut-text.js';

type Details = Readonly<Record<string, unknown>>;

/** MySQL keeps the details in a TEXT of 65,535 bytes: longer details would fail the change that they describe. */
const MOST_BYTES = 60_000;
/** Room for the note that says how much was cut. */
const CUT_BYTES = 2_000;
/** A value with fewer bytes is not worth cutting. */
const LEAST_BYTES = 200;

/** A list or a text somewhere in the details, and a way to replace it. */
interface Part {
  readonly path: string;
  readonly value: readonly unknown[] | string;
  readonly bytes: number;
  readonly replace: (value: readonly unknown[] | string) => void;
}

/**
 * The details, cut to what a row can hold. Cuts the longest list or text first, and ids last, since ids say what a change was
 * about. `cut` names each value that was cut, with the number of missing entries (of a text: words).
 */
export function boundedDetails(details: Details): Details {
  if (bytesOf(details) <= MOST_BYTES) return details;
  const kept = JSON.parse(JSON.stringify(details)) as Record<string, unknown>;
  const cut: Record<string, number> = {};
  for (const part of inOrderOfCutting(partsOf(kept, ''))) {
    const excess = bytesOf(kept) - (MOST_BYTES - CUT_BYTES);
    if (excess <= 0) break;
    const { value, missing } = shortened(part, Math.max(0, part.bytes - excess));
    part.replace(value);
    cut[part.path] = missing;
  }
  return { ...kept, cut };
}

/** Shortens a text for a column of this many characters; a text that was cut ends with an ellipsis. */
export function boundedText(text: string | null, length: number): string | null {
  if (text === null || cutText(text, length) === text) return text;
  return `${cutText(text, length - 1)}…`;
}

function partsOf(node: Record<string, unknown>, prefix: string): Part[] {
  return Object.entries(node).flatMap(([name, value]): Part[] => {
    const path = prefix + name;
    if (typeof value === 'string' || Array.isArray(value)) {
      const replace = (shorter: readonly unknown[] | string): void => {
        node[name] = shorter;
      };
      return [{ path, value: value as readonly unknown[] | string, bytes: bytesOf(value), replace }];
    }
    const isObject = typeof value === 'object' && value !== null;
    return isObject ? partsOf(value as Record<string, unknown>, `${path}.`) : [];
  });
}

function inOrderOfCutting(parts: readonly Part[]): Part[] {
  const order = ({ path, bytes }: Part): number => (path.endsWith('Ids') ? 0 : MOST_BYTES * 1_000) + bytes;
  return parts.filter(({ bytes }) => bytes > LEAST_BYTES).sort((one, other) => order(other) - order(one));
}

/** As many entries or words from the start as fit. */
function shortened({ value }: Part, room: number) {
  const isText = typeof value === 'string';
  const entries: readonly unknown[] = isText ? value.split(' ') : value;
  let bytes = 0;
  let count = 0;
  for (const entry of entries) {
    bytes += bytesOf(entry) + 1;
    if (bytes > room) break;
    count++;
  }
  const kept = entries.slice(0, count);
  return { value: isText ? kept.join(' ') : kept, missing: entries.length - count };
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
