import { CommanderError } from 'commander';
import { SettingsError } from './settings-error.js';
import { UnsealError } from '../shared/crypto/key-ring.js';
import { DomainError } from '../shared/errors/domain-error.js';

const DATABASE_ADVICE = 'Look whether it runs, and whether GATEHOUSE_DATABASE_URL is right. Nothing was changed.';

/** 1: it could not be done. 2: it was not asked for in the right way. */
export type ExitCode = 0 | 1 | 2;

export interface Failure {
  readonly exitCode: ExitCode;
  /** What went wrong and what to do; empty when it was said already. */
  readonly text: string;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2, text: '' };
  if (error instanceof SettingsError) return { exitCode: 1, text: error.message };
  if (error instanceof DomainError) return { exitCode: 1, text: described(error) };
  if (error instanceof UnsealError) {
    const remedy = 'Put the key that sealed it back among the deployment keys, in any place but the first.';
    return { exitCode: 1, text: `There is a value that none of the deployment keys opens. ${remedy}` };
  }
  return { exitCode: 1, text: unforeseen(error) };
}

/** Of a driver or the system the message says it all; of a defect of ours the stack is what one would report. */
function unforeseen(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? error.message : (error.stack ?? error.message);
}

function described({ definition, occurrence }: DomainError): string {
  const fields = (occurrence.errors ?? []).map(({ path, message }) => `  ${path} ${message}`);
  const advice = definition.kind === 'unavailable' ? DATABASE_ADVICE : (occurrence.detail ?? definition.remedy);
  return [`${definition.title} (${definition.code})`, ...fields, advice].join('\n');
}
