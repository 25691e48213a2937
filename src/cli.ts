import 'reflect-metadata';
import { failureOf } from './platform/config/failure.js';
import { LocalOperator } from './app/local-operator.js';
import { operatorProgram } from './cli/operator-program.js';
import { operatorSettings } from './platform/config/process-settings.js';

const operator = new LocalOperator(operatorSettings, (result) => {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
});

try {
  await operatorProgram(operator).parseAsync();
} catch (error) {
  const { exitCode, text } = failureOf(error);
  if (text !== '') process.stderr.write(`${text}\n`);
  // Not `exitCode`: an application that did not come up leaves its connections open, and they would hold the process.
  process.exit(exitCode);
}
