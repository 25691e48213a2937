import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS_METADATA, ACCOUNT_CALL_METADATA, type Access } from '../../shared/authz/access.js';
import type { DeclaredRoute } from './document.types.js';

/** The name under which swagger's scanner and this map know the same route. */
export function routeKey(controller: string, method: string): string {
  return `${controller}.${method}`;
}

/** Every route of the application with the access it declares, by route key. */
export function declaredRoutes(app: INestApplication): ReadonlyMap<string, DeclaredRoute> {
  const scanner = new MetadataScanner();
  const routes = new Map<string, DeclaredRoute>();
  for (const controller of controllersOf(app)) {
    const prototype = controller.prototype as Record<string, object>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method];
      if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
      const read = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
      routes.set(routeKey(controller.name, method), {
        controller: controller.name,
        method,
        access: read(ACCESS_METADATA) as Access | undefined,
        accountCall: read(ACCOUNT_CALL_METADATA) === true,
        isSafe: Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET,
      });
    }
  }
  return routes;
}

type ControllerClass = abstract new (...args: never[]) => object;

function controllersOf(app: INestApplication): ControllerClass[] {
  const modules = [...app.get(ModulesContainer).values()];
  const wrappers = modules.flatMap((module) => [...module.controllers.values()]);
  return wrappers
    .map((wrapper) => wrapper.metatype)
    .filter((type): type is ControllerClass => typeof type === 'function');
}
