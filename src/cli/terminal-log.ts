import type { LoggerService } from '@nestjs/common';

/** What goes wrong beside a command, on standard error. Standard output holds its result and nothing else. */
export class TerminalLog implements LoggerService {
  log(): void {
    return; // what a service says of itself is no answer to an operator
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
