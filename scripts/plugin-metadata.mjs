// Writes src/metadata.ts: what @nestjs/swagger's plugin reads from the doc comments and types of DTOs and controllers. swc can't
// run the plugin inside its own compilation, and tests must see what the build sees. So the build, jest and the scripts all load
// this one file. It is only written again when one of its sources has changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'src');
const TARGET = join(SOURCE, 'metadata.ts');
const STAMP = join(ROOT, '.cache', 'plugin-metadata');
const CONFIGURATION = join(ROOT, 'nest-cli.json');

/** nest-cli.json is the only place for the plugin's options; `nest build` reads it too. */
function pluginOptions() {
  const { compilerOptions } = JSON.parse(readFileSync(CONFIGURATION, 'utf8'));
  return compilerOptions.plugins[0].options;
}

/** Makes src/metadata.ts if it is missing or older than a DTO, a controller or a types file. */
export async function ensurePluginMetadata() {
  const options = pluginOptions();
  const suffixes = [...options.dtoFileNameSuffix, ...options.controllerFileNameSuffix, '.types.ts', '/shared/authz/'];
  const current = fingerprint([SOURCE, CONFIGURATION], (path) => suffixes.some((suffix) => path.includes(suffix)));
  if (!existsSync(TARGET) || readStamp(STAMP) !== current) {
    await generate(options);
    writeStamp(STAMP, current);
  }
  loadOneByOne();
}

/** @param {Record<string, unknown>} options */
async function generate(options) {
  const [{ PluginMetadataGenerator }, { ReadonlyVisitor }] = await Promise.all([
    import('@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js'),
    import('@nestjs/swagger/plugin'),
  ]);
  const visitor = new ReadonlyVisitor({ ...options, pathToSource: SOURCE });
  new PluginMetadataGenerator().generate({
    visitors: [visitor],
    outputDir: SOURCE,
    tsProgramRef: ReadonlyVisitor.createTsProgram(join(ROOT, 'tsconfig.build.json')),
  });
}

/**
 * The file imports all its modules at once, which Jest's loader of ES modules can't handle (ERR_VM_MODULE_LINK_FAILURE). One
 * after another it can. `nest build` writes the file again, so this is repeated each time.
 */
function loadOneByOne() {
  const text = readFileSync(TARGET, 'utf8');
  const sequential = text.replaceAll('[import(', '[await import(');
  if (sequential !== text) writeFileSync(TARGET, sequential);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await ensurePluginMetadata();
