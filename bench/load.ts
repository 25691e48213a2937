import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.js';
import { processorMicroseconds } from './process-usage.js';
import type { BenchOptions } from './options.js';
import type { RunningServer, Target } from './target.types.js';

export interface Round {
  readonly perSecond: number;
  /** Processor time of the server for one answer; the quietest figure on a busy machine. */
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
 * Keeps this process from sleeping. To wake a sleeping peer is dear (on a virtual machine most of all) and is charged
 * to the server, but only to one that is slow enough to let the load fall asleep: ratios would be of that.
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
