import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.js';
import { processorMicroseconds } from './process-usage.js';
import type { BenchOptions } from './options.js';
import type { RunningServer, Target } from './target.types.js';

export interface Round {
  readonly perSecond: number;
  /** The server's processor time per answer: the most stable figure on a busy machine. */
  readonly processorMicroseconds: number;
  readonly wrong: number;
}

/** Loads one target for some seconds, on fresh connections. */
export async function loadOnce(
  target: Target,
  server: RunningServer,
  seconds: number,
  options: BenchOptions,
): Promise<Round> {
  const connections = await Promise.all(
    Array.from({ length: options.connections }, () => Connection.open(server.port, options.tls)),
  );
  const next = target.requests();
  const processorBefore = processorMicroseconds(server.pid);
  const awake = stayAwake();
  const started = performance.now();
  const runs = connections.map((connection) => connection.run(next, target.status));
  await Promise.race([sleep(seconds * 1000), Promise.all(runs)]);
  for (const connection of connections) connection.stop();
  await Promise.all(runs);
  awake.end();
  const elapsed = (performance.now() - started) / 1000;
  const processor = processorMicroseconds(server.pid) - processorBefore;
  for (const connection of connections) connection.close();
  const answers = connections.reduce((sum, { tally }) => sum + tally.answers, 0);
  const wrong = connections.reduce((sum, { tally }) => sum + tally.wrong, 0);
  return { perSecond: answers / elapsed, processorMicroseconds: processor / answers, wrong };
}

/**
 * Keeps this process from sleeping. Waking a sleeping peer is expensive, above all on a virtual machine, and the server is
 * charged for it. But only a server that is slow enough lets the load fall asleep, so the ratios would measure that instead.
 */
function stayAwake(): { end(): void } {
  let awake = true;
  const spin = (): void => {
    if (awake) setImmediate(spin);
  };
  spin();
  return {
    end() {
      awake = false;
    },
  };
}
