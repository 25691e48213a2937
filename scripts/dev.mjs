// `npm run dev`: runs the service, which restarts on every change, and the console on its own Vite server, which replaces changed
// modules in the open page and passes everything else on to the service.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensurePluginMetadata } from './plugin-metadata.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const bin = (/** @type {string} */ name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));

await ensurePluginMetadata();
const halves = [
  spawn(bin('nest'), ['start', '--watch'], { cwd: ROOT, stdio: 'inherit' }),
  spawn(bin('vite'), ['console'], { cwd: ROOT, stdio: 'inherit' }),
];
const stop = () => {
  for (const half of halves) half.kill('SIGTERM');
};
// the service takes SIGHUP, which a closed terminal sends, for a request to read its certificate again
process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
for (const half of halves) {
  half.once('exit', (code) => {
    process.exitCode ||= code ?? 0;
    stop();
  });
}
