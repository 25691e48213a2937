/** The two calls on the hot path, and a GET through the gateway. */
export type Call = 'introspect' | 'verify' | 'gateway';

/** Those that every baseline server answers. */
export const CALLS: readonly Call[] = ['introspect', 'verify'];

/** What a target's speed is divided by. */
export type BaselineKind = 'bare' | 'read';

/** A server that runs. Several targets may ask the same one. */
export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** One row of the table: a server, and what it is asked. */
export interface Target {
  readonly name: string;
  readonly call: Call;
  /** Which database it reads; null for one that reads none. */
  readonly dialect: Dialect | null;
  /** Set on the rows that others are divided by. */
  readonly baseline: BaselineKind | null;
  /** The status of every answer; anything else is counted as wrong. */
  readonly status: number;
  start(): Promise<RunningServer>;
  /** Returns the function that makes the next request: raw HTTP/1.1, ready to be sent. */
  requests(): () => Buffer;
}

export type Dialect = 'sqlite' | 'mysql';
