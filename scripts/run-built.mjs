import { fileURLToPath } from 'node:url';

/**
 * Continues as `node dist/<file>`. process.argv says so too, for code that forks this process again.
 * @param {string} file
 */
export async function runBuilt(file) {
  const url = new URL(`../dist/${file}`, import.meta.url);
  process.argv[1] = fileURLToPath(url);
  await import(url.href);
}
