import type { EntityManager } from 'typeorm';

declare const txBrand: unique symbol;

/**
 * A running unit of work. It is an EntityManager, but only this folder may use it as one. All other code reaches rows through the
 * tables, which confine them to a site.
 */
export interface Tx {
  readonly [txBrand]: true;
}

export function asTx(manager: EntityManager): Tx {
  return manager as unknown as Tx;
}

export function managerOf(tx: Tx): EntityManager {
  return tx as unknown as EntityManager;
}
