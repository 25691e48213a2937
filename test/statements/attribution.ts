import { AsyncLocalStorage } from 'node:async_hooks';
import { type Method, replace } from './hooks.js';

export type OwnerClass = abstract new (...parameters: never[]) => object;

/** A method of a class that was given a way to rows: what is sent on its behalf is its own. */
export interface Owner {
  readonly type: OwnerClass;
  readonly method: string;
}

const owners = new AsyncLocalStorage<Owner>();
const owned = new WeakSet<object>();

/** On whose behalf something happens now, also after a wait. */
export function currentOwner(): Owner | undefined {
  return owners.getStore();
}

/** From now on what the method does is its owner's. One that another one of its class calls does it for that one. */
export function attribute(target: object, name: string, owner: Owner): void {
  replace(target, name, (method) => {
    if (owned.has(method)) return method;
    const wrapped: Method = function (...parameters) {
      if (owners.getStore()?.type === owner.type) return method.apply(this, parameters);
      return owners.run(owner, () => method.apply(this, parameters));
    };
    owned.add(wrapped);
    return wrapped;
  });
}

/** The public methods of a class, in the order of the source. */
export function methodsOf({ prototype }: OwnerClass): string[] {
  const described = Object.entries(Object.getOwnPropertyDescriptors(prototype as object));
  return described
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name);
}
