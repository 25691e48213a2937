import { CommanderError } from 'commander';
import { SettingsError } from './settings-error.js';
import { UnsealError } from '../../shared/crypto/key-ring.js';
import { DomainError } from '../../shared/errors/domain-error.js';

/** What to do about errors of the system and the database's driver. Their own messages only say what is wrong. */
const ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'Stop what uses the port, or choose another: GATEHOUSE_PORT, GATEHOUSE_HTTP_PORT, GATEHOUSE_METRICS_PORT.',
  EADDRNOTAVAIL: 'GATEHOUSE_HOST has to be an address of this machine.',
  EACCES: 'The user that runs the service may not do this: see GATEHOUSE_DATA_DIR and the ports.',
  ER_ACCESS_DENIED_ERROR: 'Look at the user and the password in GATEHOUSE_DATABASE_URL.',
  ER_BAD_DB_ERROR: 'Create the database, or correct its name in GATEHOUSE_DATABASE_URL.',
  ER_DBACCESS_DENIED_ERROR: 'Give the user of GATEHOUSE_DATABASE_URL all rights on its database.',
};
const DATABASE_ADVICE = 'Look whether it runs, and whether GATEHOUSE_DATABASE_URL is right. Nothing was changed.';

/** 1: the command failed. 2: the command was not called in the right way. */
export type ExitCode = 0 | 1 | 2;

export interface Failure {
  readonly exitCode: ExitCode;
  /** What went wrong and what to do; empty when that was already said. */
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

/** For an error of a driver or of the system, the message says it all. For a defect of ours, people report the stack. */
function unforeseen(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error)) return error.stack ?? error.message;
  const advice = ADVICE[String(error.code)];
  return advice === undefined ? error.message : `${error.message}\n${advice}`;
}

function described({ definition, occurrence }: DomainError): string {
  const title = `${definition.title} (${definition.code})`;
  const fields = (occurrence.errors ?? []).map(({ path, message }) => `  ${path} ${message}`);
  if (fields.length > 0) return [title, ...fields].join('\n');
  return `${title}\n${definition.kind === 'unavailable' ? DATABASE_ADVICE : (occurrence.detail ?? definition.remedy)}`;
}
