import { RouteConfig } from '@nestjs/platform-fastify';

/** A body that may be larger than others, and is read only once its sender may make the call. */
export interface LateBody {
  readonly bytes: number;
  /** How many values its JSON may hold; null when a guard of the route reads the body. */
  readonly values: number | null;
}

export const TakesLateBody = (limits: LateBody) => RouteConfig({ lateBody: limits });

/** @param config of a route, as Fastify keeps it */
export function lateBodyOf(config: object): LateBody | null {
  return (config as { lateBody?: LateBody }).lateBody ?? null;
}
