import { Injectable, Module, RequestMethod, type DynamicModule } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { HttpAdapterHost, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ACCESS_METADATA, ACCOUNT_CALL_METADATA, type Access } from '../../src/shared/authz/access.js';
import { IDEMPOTENCY_METADATA } from '../../src/shared/protocol/idempotency-key.js';
import type { TestApp } from './test-app.js';

/** One method of one path, with what its handler declares. */
export interface TestRoute {
  /** `ALL` for a handler that takes any. */
  readonly method: string;
  /** As a client calls it, with `:name` for its parameters. */
  readonly path: string;
  readonly access: Access | undefined;
  readonly accountCall: boolean;
  readonly takesIdempotencyKey: boolean;
  /** Of a good answer, where the handler says it. */
  readonly status: number | undefined;
}

type ControllerClass = abstract new (...args: never[]) => object;

/** What has a place of its own at the root; everything else is below the prefix. Fastify's list proves it. */
const AT_THE_ROOT = /^\/(?:oauth|health|verify|gw|docs|\.well-known)(?:\/|$)/;

/** Every route of every controller in Nest's container, read off its metadata. */
export function routesOf({ app, settings }: TestApp): TestRoute[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules
    .flatMap((module) => [...module.controllers.values()])
    .map(({ metatype }) => metatype)
    .filter((type): type is ControllerClass => typeof type === 'function');
  return [...new Set(controllers)].flatMap((controller) => routesOfController(controller, settings.apiPrefix));
}

export function named({ method, path }: Pick<TestRoute, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

function routesOfController(controller: ControllerClass, prefix: string): TestRoute[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const read = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    return pathsOf(controller).flatMap((base) =>
      pathsOf(handler).map((own) => ({
        method,
        path: fullPath(base, own, prefix),
        access: read(ACCESS_METADATA) as Access | undefined,
        accountCall: read(ACCOUNT_CALL_METADATA) === true,
        takesIdempotencyKey: Reflect.getMetadata(IDEMPOTENCY_METADATA, handler) === true,
        status: Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined,
      })),
    );
  });
}

function pathsOf(target: object): string[] {
  return [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
}

function fullPath(base: string, own: string, prefix: string): string {
  const path = `/${base}/${own}`.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  return AT_THE_ROOT.test(path) ? path : prefix + path;
}

/** Hears of each route as Fastify is given it, whoever registers it. */
@Injectable()
export class RouteRecorder {
  readonly routes: { readonly method: string; readonly path: string }[] = [];

  constructor(host: HttpAdapterHost) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) this.routes.push({ method: each, path: url });
    });
  }
}

@Module({})
class RouteRecorderModule {}

export function routeRecorder(): DynamicModule {
  return { module: RouteRecorderModule, providers: [RouteRecorder] };
}
