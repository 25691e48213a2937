import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS_METADATA, ACCOUNT_CALL_METADATA, type Access } from '../../../shared/authz/access.js';
import { IDEMPOTENCY_METADATA } from '../../../shared/protocol/idempotency-key.js';
import { traitsOf } from '../../../shared/protocol/route-traits.js';
import { controllersOf } from '../server/trait-table.js';
import type { DeclaredRoute } from './document.types.js';

/** The key that swagger's scanner and this map share for a route. */
export function routeKey(controller: string, method: string): string {
  return `${controller}.${method}`;
}

/** Every route of the application with the access it declares, by route key. */
export function declaredRoutes(app: INestApplication): ReadonlyMap<string, DeclaredRoute> {
  const scanner = new MetadataScanner();
  const routes = new Map<string, DeclaredRoute>();
  for (const controller of controllersOf(app.get(ModulesContainer))) {
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
        takesIdempotencyKey: Reflect.getMetadata(IDEMPOTENCY_METADATA, handler) === true,
        oauthDialect: traitsOf(controller).oauthDialect,
        isSafe: Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET,
      });
    }
  }
  return routes;
}
