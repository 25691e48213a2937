import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { NO_TRAITS, type RouteTraits, traitsOf } from '../../../shared/protocol/route-traits.js';
import { Settings } from '../../config/settings.js';

interface Below {
  readonly prefix: string;
  readonly traits: RouteTraits;
}

/**
 * The traits of each path for which a controller declares some. The path is looked up before the request has a route, and also
 * when it has none: below a first segment where every controller speaks OAuth, an unknown path speaks OAuth too.
 */
@Injectable()
export class TraitTable implements OnModuleInit {
  readonly #exact = new Map<string, RouteTraits>();
  readonly #below: Below[] = [];

  constructor(
    private readonly modules: ModulesContainer,
    private readonly settings: Settings,
  ) {}

  /** Every controller is known by now, and nothing is answered yet. */
  onModuleInit(): void {
    for (const controller of controllersOf(this.modules)) this.#add(controller);
  }

  /** @param path without the query */
  of(path: string): RouteTraits {
    const found = this.#exact.get(path);
    if (found !== undefined) return found;
    for (const { prefix, traits } of this.#below) if (path.startsWith(prefix)) return traits;
    return NO_TRAITS;
  }

  #add(controller: ControllerClass): void {
    const traits = traitsOf(controller);
    if (!Object.values(traits).includes(true)) return;
    const root = traits.atRoot ? '' : this.settings.apiPrefix;
    for (const path of pathsOf(controller)) {
      const url = `${root}/${path}`;
      if (url.includes(':')) throw new Error(`${url}: traits are found by the path as it is, without parameters`);
      if (url.endsWith('*')) this.#addBelow(url.slice(0, -1), traits);
      else for (const each of [url, `${url}/`]) this.#exact.set(each, traits);
      // only these endpoints are below /oauth/, and a client that misspells one expects RFC 6749's errors
      const [, first = ''] = url.split('/');
      if (traits.atRoot && traits.oauthDialect) this.#addBelow(`/${first}/`, traits);
    }
  }

  #addBelow(prefix: string, traits: RouteTraits): void {
    if (!this.#below.some((below) => below.prefix === prefix)) this.#below.push({ prefix, traits });
  }
}

type ControllerClass = abstract new (...args: never[]) => object;

export function controllersOf(modules: ModulesContainer): ControllerClass[] {
  const wrappers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return wrappers.map(({ metatype }) => metatype).filter((type): type is ControllerClass => typeof type === 'function');
}

/** The paths of a controller's routes, without a slash at either end. */
function pathsOf(controller: ControllerClass): string[] {
  const prototype = controller.prototype as Record<string, object>;
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const handlers = new MetadataScanner().getAllMethodNames(prototype).map((name) => prototype[name]);
  return handlers.flatMap((handler) => {
    if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const own = Reflect.getMetadata(PATH_METADATA, handler) as string;
    return [
      [base, own]
        .map((part) => part.replace(/^\/|\/$/g, ''))
        .filter((part) => part !== '')
        .join('/'),
    ];
  });
}
