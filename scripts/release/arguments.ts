import { parseArgs } from 'node:util';
import { ReleaseRefused } from './refusal.js';
import { isStep, STEPS, type Step } from './version.js';

export function readArguments(args: string[], environment: NodeJS.ProcessEnv): { step: Step; dryRun: boolean } {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [step, ...more] = positionals;
  if (!isStep(step) || more.length > 0)
    throw new ReleaseRefused(`usage: npm run release -- ${STEPS.join('|')} [--dry-run]`);
  // `npm run release minor --dry-run`: without `--`, npm keeps the option for itself, and only says so here
  return { step, dryRun: values['dry-run'] || environment['npm_config_dry_run'] === 'true' };
}
