import { Injectable } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_METADATA, type Access, DIRECT_METADATA } from '../../../shared/authz/access.js';
import { ProblemFilter } from '../answers/problem.filter.js';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Routes that Fastify runs without Nest's execution context, which would cost more than all their own work. In every other
 * respect they are routes of a controller: declared, documented, and open to everybody by declaration.
 */
@Injectable()
export class DirectRoutes {
  constructor(
    private readonly modules: ModulesContainer,
    private readonly filter: ProblemFilter,
  ) {}

  /** Call before Nest registers its routes. */
  install(fastify: FastifyInstance): void {
    const waiting = this.#handlers();
    const served = new Set<string>();
    fastify.addHook('onRoute', (route) => {
      const handle = waiting.get(route.url);
      if (handle === undefined) return;
      served.add(route.url);
      route.handler = (request, reply) => {
        handle(request, reply).catch((error: unknown) => {
          this.filter.answer(error, request, reply);
        });
      };
    });
    fastify.addHook('onReady', (done) => {
      const lost = [...waiting.keys()].filter((url) => !served.has(url));
      done(lost.length === 0 ? undefined : new Error(`direct routes that nobody registered: ${lost.join(' ')}`));
    });
  }

  #handlers(): Map<string, Handler> {
    const handlers = new Map<string, Handler>();
    for (const module of this.modules.values())
      for (const { instance } of module.controllers.values()) collect(instance, handlers);
    return handlers;
  }
}

function collect(controller: object, handlers: Map<string, Handler>): void {
  const prototype = Object.getPrototypeOf(controller) as Record<string, Handler>;
  for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
    const method = prototype[name];
    if (method === undefined || Reflect.getMetadata(DIRECT_METADATA, method) !== true) continue;
    const access = Reflect.getMetadata(ACCESS_METADATA, method) as Access | undefined;
    if (access?.to !== 'public')
      throw new Error(`${name} is direct: no guard would see who calls it, so it must be public`);
    handlers.set(urlOf(controller.constructor, method), (request, reply) => method.call(controller, request, reply));
  }
}

function urlOf(controller: object, method: object): string {
  const parts = [controller, method].map((target) => Reflect.getMetadata(PATH_METADATA, target) as string);
  return `/${parts.filter((part) => part !== '/').join('/')}`;
}
