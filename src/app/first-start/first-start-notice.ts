import { Injectable } from '@nestjs/common';
import { selfSignedCertificateFile } from '../../platform/config/self-signed-certificate.js';
import { Settings } from '../../platform/config/settings.js';

const NARROWEST = 72;

/**
 * Shows the generated password to the person at the terminal. It bypasses the log and goes to standard error: logs are kept and
 * shipped, and must not contain it.
 */
@Injectable()
export class FirstStartNotice {
  constructor(private readonly settings: Settings) {}

  show(username: string, password: string): void {
    process.stderr.write(`\n${framed(this.#lines(username, password))}\n\n`);
  }

  #lines(username: string, password: string): string[] {
    const certificate = selfSignedCertificateFile(this.settings);
    return [
      'GATEHOUSE: FIRST START',
      '',
      `Open          ${this.settings.publicUrl}`,
      `User name     ${username}`,
      `Password      ${password}`,
      '',
      'This is the only time that the password is shown; it is kept nowhere.',
      `Lost it?      npm run -s gatehouse -- user invite --username ${username}`,
      ...(certificate === null ? [] : ['', `Certificate   ${certificate}`, 'self-signed: your clients must trust it']),
    ];
  }
}

function framed(lines: readonly string[]): string {
  const width = Math.max(NARROWEST, ...lines.map((line) => line.length));
  const edge = '═'.repeat(width + 4);
  return [`╔${edge}╗`, ...['', ...lines, ''].map((line) => `║  ${line.padEnd(width)}  ║`), `╚${edge}╝`].join('\n');
}
