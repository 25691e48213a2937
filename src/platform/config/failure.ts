import { types } from 'node:util';
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
  EROFS: 'The folder is mounted read-only: see GATEHOUSE_DATA_DIR.',
  ENOSPC: 'The disk is full: see GATEHOUSE_DATA_DIR.',
  ER_ACCESS_DENIED_ERROR: 'Check the user and the password in GATEHOUSE_DATABASE_URL.',
  ER_BAD_DB_ERROR: 'Create the database, or correct its name in GATEHOUSE_DATABASE_URL.',
  ER_DBACCESS_DENIED_ERROR: 'Give the user of GATEHOUSE_DATABASE_URL all rights on its database.',
};
/** Why a connection with TLS failed. Its error is the cause of the one that says that the database is unavailable. */
const TLS_ADVICE: Readonly<Record<string, string>> = {
  HANDSHAKE_NO_SSL_SUPPORT:
    'The server offers no TLS, and GATEHOUSE_DATABASE_URL asks for it. ssl-mode=disabled connects in plaintext.',
  HANDSHAKE_SSL_ERROR:
    'The TLS handshake failed. NODE_EXTRA_CA_CERTS names a file with the authority of the certificate; ' +
    'ssl-mode=required connects without a check of it.',
};
const DATABASE_ADVICE = 'Check that the database runs and that GATEHOUSE_DATABASE_URL is right. Nothing was changed.';

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

function described({ definition, occurrence, cause }: DomainError): string {
  const title = `${definition.title} (${definition.code})`;
  const fields = (occurrence.errors ?? []).map(({ path, message }) => `  ${path} ${message}`);
  if (fields.length > 0) return [title, ...fields].join('\n');
  if (definition.kind !== 'unavailable') return `${title}\n${occurrence.detail ?? definition.remedy}`;
  return `${title}\n${tlsFailure(cause) ?? DATABASE_ADVICE}`;
}

function tlsFailure(cause: unknown): string | null {
  if (!types.isNativeError(cause) || !('code' in cause)) return null;
  const advice = TLS_ADVICE[String(cause.code)];
  return advice === undefined ? null : `${cause.message}\n${advice}`;
}
