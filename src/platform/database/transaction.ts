import type { EntityManager } from 'typeorm';
import type { Subject } from './subjects.js';

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

const changed = new WeakMap<EntityManager, Set<Subject>>();

/** Notes what a unit of work has changed. Its commit tells the change clock (change-log.ts). */
export function noteChange(tx: Tx, subjects: readonly Subject[]): void {
  if (subjects.length === 0) return;
  const manager = managerOf(tx);
  let noted = changed.get(manager);
  if (noted === undefined) changed.set(manager, (noted = new Set()));
  for (const subject of subjects) noted.add(subject);
}

export function changesIn(manager: EntityManager): ReadonlySet<Subject> {
  return changed.get(manager) ?? NOTHING;
}

const NOTHING: ReadonlySet<Subject> = new Set();
