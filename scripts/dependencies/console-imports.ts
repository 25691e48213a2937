import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IMPORT = /(?:\bfrom |\bimport |\bimport\()'([@a-z][^'\s]*)'/g;
const PACKAGE = /^(?:@[^/]+\/)?[^/]+/;

/** The packages that the console's sources name. Vite bundles these packages and their dependencies. */
export function consoleImports(root: string): Set<string> {
  const sources = join(root, 'console', 'src');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return new Set(files.flatMap((file) => importsOf(readFileSync(join(sources, file), 'utf8'))));
}

/** The packages that a module imports, without the project's own files. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, specifier = '']) => PACKAGE.exec(specifier)?.[0] ?? specifier);
}
