/**
 * The calls as clients make them: introspection by bearer token and by client id and secret (HTTP Basic), `/verify`, the client
 * credentials grant, and a GET through the gateway.
 */
export type Call = 'introspect' | 'client' | 'verify' | 'issue' | 'gateway';

/** The calls that every baseline server answers. */
export const CALLS: readonly Call[] = ['introspect', 'client', 'verify', 'issue'];

/** The kind of baseline that a target's speed is divided by. */
export type BaselineKind = 'bare' | 'read';

/** A running server. Several targets may use the same one. */
export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** One row of the table: a server, and the requests to it. */
export interface Target {
  readonly name: string;
  readonly call: Call;
  /** The database that it reads; null if it reads none. */
  readonly dialect: Dialect | null;
  /** Set on the rows by which others are divided. */
  readonly baseline: BaselineKind | null;
  /** The status of every answer; any other counts as wrong. */
  readonly status: number;
  start(): Promise<RunningServer>;
  /** Returns the function that makes the next request: raw HTTP/1.1, ready to be sent. */
  requests(): () => Buffer;
}

export type Dialect = 'sqlite' | 'mysql';
