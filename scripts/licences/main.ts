// `npm run licences`: lists every dependency with its licence, shipped ones first, and says whether CONTRIBUTING.md allows it
// under "Licences".
import { fileURLToPath } from 'node:url';
import { installedLicences, isAccepted, type InstalledLicence } from './installed-licences.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const all = installedLicences(ROOT);
for (const ships of [true, false]) {
  const packages = all.filter((one) => one.ships === ships).sort(byLicence);
  const lines = new Set(packages.map(({ licence, name, version }) => `  ${licence.padEnd(20)} ${name} ${version}`));
  console.log(`${ships ? 'Shipped' : 'For development alone'}: ${lines.size}\n\n${[...lines].join('\n')}\n`);
}
const outside = all.filter((one) => !isAccepted(one));
if (outside.length > 0) {
  console.error('Neither allowed nor excepted:');
  for (const { licence, name, ships } of outside) console.error(`  ${name}: ${licence}${ships ? ', shipped' : ''}`);
  process.exitCode = 1;
}

function byLicence(a: InstalledLicence, b: InstalledLicence): number {
  return a.licence.localeCompare(b.licence) || a.name.localeCompare(b.name);
}
