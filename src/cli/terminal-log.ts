import type { LoggerService } from '@nestjs/common';

/** Reports problems during a command on standard error. Standard output holds the command's result and nothing else. */
export class TerminalLog implements LoggerService {
  log(): void {
    return; // an operator did not ask for a service's messages about itself
  }

  warn(message: unknown): void {
    write(message);
  }

  error(message: unknown): void {
    write(message);
  }
}

function write(message: unknown): void {
  process.stderr.write(`${message instanceof Error ? message.message : String(message)}\n`);
}
