import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** In the order of preference. The build puts the compressed files beside the plain one (scripts/build-console.mjs). */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** One of the console's files, in its available encodings. */
export class ConsoleAsset {
  constructor(
    readonly type: string,
    readonly plain: Buffer,
    private readonly encoded: ReadonlyMap<string, Buffer>,
  ) {}

  /** The best encoding that the client accepts (RFC 9110 §12.5.3); null is the plain file. */
  encodingFor(acceptEncoding: string): { name: string; body: Buffer } | null {
    const accepted = acceptEncoding.split(',').map((coding) => coding.replaceAll(' ', '').toLowerCase());
    for (const [name] of ENCODINGS) {
      const body = this.encoded.get(name);
      if (body !== undefined && accepted.some((coding) => takes(coding, name))) return { name, body };
    }
    return null;
  }
}

function takes(coding: string, name: string): boolean {
  const [token, quality = 'q=1'] = coding.split(';');
  return token === name && Number(quality.slice(2)) > 0;
}

/**
 * The files by their names. They are read once: a request looks up a name in a table and never touches the disk, so no path that
 * a client invents leads anywhere.
 */
export function readAssets(folder: string): ReadonlyMap<string, ConsoleAsset> {
  const names = readdirSync(folder);
  const assets = names.filter((name) => extname(name) in TYPES);
  return new Map(assets.map((name) => [name, readAsset(folder, name, names)]));
}

function readAsset(folder: string, name: string, names: readonly string[]): ConsoleAsset {
  const read = (file: string): Buffer => readFileSync(join(folder, file));
  const encoded = ENCODINGS.filter(([, suffix]) => names.includes(name + suffix));
  return new ConsoleAsset(
    TYPES[extname(name)] ?? '',
    read(name),
    new Map(encoded.map(([encoding, suffix]) => [encoding, read(name + suffix)])),
  );
}
