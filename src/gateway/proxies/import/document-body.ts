import { isUtf8 } from 'node:buffer';
import { CORE_SCHEMA, load, mergeTag, YAMLException } from 'js-yaml';
import { isObject, type Json, own } from './openapi-operations.js';
import { repeatedName } from './repeated-name.js';

const LONGEST_FIELDS = 100 * 1024;
const DEEPEST = 100;
const MOST_ALIASES = 10_000;
const LONGEST_VERSION = 20;
const REPEATED = 'has a name twice in one object';

/** A body whose document was taken out. */
export interface OpenedBody {
  readonly document: Json | null;
  /** The other fields as JSON; `document` in them is what is checked of it at once. */
  readonly fields: string;
}

/** The body is no request, whatever its document is. The message ends with a full stop. */
export class BodyRefused extends Error {}
/** Why the document can't be read, as a clause. */
export class DocumentRefused extends Error {}

/** @throws BodyRefused, DocumentRefused */
export function openBody(bytes: Uint8Array): OpenedBody {
  if (!isUtf8(bytes)) throw new BodyRefused('The body is not UTF-8.');
  const body = parsedBody(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  const sent = own(body, 'document');
  const content = typeof sent === 'string' ? parsedText(sent) : sent;
  requireFlat(content);
  const document = isObject(content) ? content : null;
  const fields = JSON.stringify({
    ...body,
    document: document === null ? (content === undefined ? undefined : null) : shown(document),
  });
  if (Buffer.byteLength(fields) > LONGEST_FIELDS)
    throw new BodyRefused('The fields besides the document are too long.');
  return { document, fields };
}

function parsedBody(text: string): Json {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new BodyRefused('The body is not valid JSON.');
  }
  if (!isObject(body)) throw new BodyRefused('The body must be a JSON object.');
  const repeated = repeatedName(text);
  if (repeated !== null && repeated.depth > 1 && repeated.top === 'document') throw new DocumentRefused(REPEATED);
  if (repeated !== null) throw new BodyRefused('The body has a name twice in one object.');
  return body;
}

/** JSON, or YAML 1.2 with merge keys. A name that occurs twice is refused: one of the two would be lost. */
function parsedText(text: string): unknown {
  const content = text.replace(/^\uFEFF/, '');
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return parsedYaml(content);
  }
  const repeated = repeatedName(content);
  if (repeated !== null) throw new DocumentRefused(`${REPEATED} (line ${repeated.line})`);
  return parsed;
}

function parsedYaml(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA.withTags(mergeTag), maxDepth: DEEPEST, maxAliases: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error as YAMLException & { mark?: { line: number } };
    const line = mark === undefined ? '' : ` (line ${mark.line + 1})`; // of the text itself nothing is repeated
    throw new DocumentRefused(
      reason.startsWith('duplicated') ? `${REPEATED}${line}` : `is neither JSON nor YAML${line}`,
    );
  }
}

function shown(document: Json): object {
  const version = own(document, 'openapi');
  return typeof version === 'string' ? { openapi: version.slice(0, LONGEST_VERSION) } : {};
}

/** Without recursion; what YAML aliases lead to is looked at once. */
function requireFlat(content: unknown): void {
  const seen = new Set<unknown>();
  let level: unknown[] = [content];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new DocumentRefused(`is nested deeper than ${DEEPEST} levels`);
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null || seen.has(each)) continue;
      seen.add(each);
      for (const value of Object.values(each)) if (typeof value === 'object') next.push(value);
    }
    level = next;
  }
}
