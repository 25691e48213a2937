// Builds console/dist: the console's files as Vite makes them, with a compressed copy of each beside it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { runTool } from './run-tool.mjs';

const FOLDER = fileURLToPath(new URL('../console', import.meta.url));
const COMPRESSIBLE = /\.(?:js|css|svg)$/;

export async function buildConsole() {
  const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
  // whatever our own value is (Jest's is "test"): for any other value, Vite takes React's development build
  await runTool(vite, ['build', FOLDER, '--logLevel', 'warn'], { NODE_ENV: 'production' });
  compress(join(FOLDER, 'dist', 'assets'));
}

/**
 * Compresses once here, and not for each request (src/platform/http/console/serve-console.ts).
 * @param {string} folder
 */
function compress(folder) {
  for (const name of readdirSync(folder).filter((file) => COMPRESSIBLE.test(file))) {
    const file = join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
    writeFileSync(`${file}.br`, brotliCompressSync(content));
  }
}
