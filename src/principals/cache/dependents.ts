import type { Subject } from '../../platform/database/subjects.js';

/** Which keys depend on a subject. Most subjects have one key, which then needs no set of its own. */
export class Dependents {
  readonly #keys = new Map<Subject, string | Set<string>>();

  add(key: string, subjects: readonly Subject[]): void {
    for (const subject of subjects) {
      const keys = this.#keys.get(subject);
      if (keys === undefined) this.#keys.set(subject, key);
      else if (typeof keys !== 'string') keys.add(key);
      else if (keys !== key) this.#keys.set(subject, new Set([keys, key]));
    }
  }

  remove(key: string, subjects: readonly Subject[]): void {
    for (const subject of subjects) {
      const keys = this.#keys.get(subject);
      if (keys === key) this.#keys.delete(subject);
      else if (typeof keys === 'object' && keys.delete(key) && keys.size === 0) this.#keys.delete(subject);
    }
  }

  /** A copy: keys may be removed while the caller goes through them. */
  of(subject: Subject): readonly string[] {
    const keys = this.#keys.get(subject);
    if (keys === undefined) return [];
    return typeof keys === 'string' ? [keys] : [...keys];
  }
}
