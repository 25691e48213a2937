// `npm run check:audit`: fails on a known vulnerability of high or critical severity in what we ship, including the console,
// which `npm audit --omit=dev` would leave out. If the registry does not answer, the check passes.
import { fileURLToPath } from 'node:url';
import { consoleImports } from '../dependencies/console-imports.js';
import { readLockFile } from '../dependencies/lock-file.js';
import { shippedPaths } from '../dependencies/shipped.js';
import { askRegistry } from './ask-registry.js';
import { verdictOf, type Finding, type Verdict } from './verdict.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_MS = 60_000;

const output = await askRegistry(ROOT, LIMIT_MS);
report(
  output === null
    ? { answered: false, why: `no answer within ${LIMIT_MS / 1000} seconds` }
    : verdictOf(output, shippedPaths(readLockFile(ROOT), consoleImports(ROOT))),
);

function report(verdict: Verdict): void {
  if (!verdict.answered) {
    console.error(`NOT CHECKED for known vulnerabilities: the registry does not answer the audit.\n  ${verdict.why}`);
    return;
  }
  const shipped = verdict.findings.filter(({ ships }) => ships);
  const others = verdict.findings.filter(({ ships }) => !ships);
  if (others.length > 0) console.error(`In development dependencies, which fail nothing:\n${listOf(others)}`);
  if (shipped.length > 0) {
    console.error(`In what we ship:\n${listOf(shipped)}`);
    process.exitCode = 1;
  } else {
    console.log('No known vulnerability of high or critical severity in what we ship');
  }
}

function listOf(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ name, severity, advisories }) => [
    `  ${name}, ${severity}`,
    ...advisories.map((advisory) => `    ${advisory}`),
  ]);
  return lines.join('\n');
}
