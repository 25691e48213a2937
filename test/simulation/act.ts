import type { Picks } from './random.js';
import { type Caller, principalOf, type Principal } from './model/principal.js';
import type { World } from './model/world.js';

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly form?: Readonly<Record<string, string>>;
}

/** What the service answered. Of a credential without an id in its answer, `GET /verify` has told it. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly tokenId: string | null;
}

/** What becomes of the world when the call succeeds. */
export type Effect = (answer: Answer) => void;

/** One call, and what the contract says of it. */
export interface Act {
  readonly caller: Caller | 'nobody';
  readonly request: Request;
  /**
   * In this world, which may be another than the one the call was thought of in; null is a refusal. Its caller may have been let
   * in by an earlier one.
   */
  judge(world: World, letIn?: World): Effect | null;
}

/** Thinks of a call; null when there is nothing in this world to call about. */
export type Planner = (world: World, picks: Picks) => Act | null;

/** A call by who has to be a principal of this world for it to succeed. */
export function callBy(
  caller: Caller,
  request: Request,
  judge: (world: World, principal: Principal) => Effect | null,
): Act {
  return {
    caller,
    request,
    judge: (world, letIn = world) => {
      const principal = principalOf(letIn, caller);
      return typeof principal === 'string' ? null : judge(world, principal);
    },
  };
}

export function text(answer: Answer, field: string): string {
  const value = answer.body[field];
  if (typeof value !== 'string') throw new Error(`no ${field} in ${JSON.stringify(Object.keys(answer.body))}`);
  return value;
}

export function defined(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

export function timeOf(end: number | null | undefined): string | null | undefined {
  return typeof end === 'number' ? new Date(end).toISOString() : end;
}
