import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes a generated file that is committed. With `--check`, says instead whether the committed file is stale, and fails if so.
 *
 * @param path from the root of the project
 * @param command the command that renews the file
 */
export function writeOrCheck(path: string, content: string, command: string): void {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  const name = relative(process.cwd(), file);
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote ${name}`);
    return;
  }
  if (existsSync(file) && readFileSync(file, 'utf8') === content) {
    console.log(`${name} is up to date`);
    return;
  }
  console.error(`${name} is stale: run \`${command}\` and commit it`);
  process.exitCode = 1;
}
