import { fileURLToPath } from 'node:url';

/**
 * Goes on as `node dist/<file>`: process.argv says so too, for whoever forks this process again.
 * @param {string} file
 */
export async function runBuilt(file) {
  const url = new URL(`../dist/${file}`, import.meta.url);
  process.argv[1] = fileURLToPath(url);
  await import(url.href);
}
