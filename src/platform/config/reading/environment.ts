import { Secret } from '../../../shared/crypto/secret.js';
import {
  FORMER_NAMES,
  isKnownSetting,
  nearestSetting,
  SETTING_PREFIX,
  type PlainSetting,
  type SecretSetting,
} from './setting-names.js';
import type { SettingProblem } from '../settings-error.js';

/** Says in one clause why a value is refused: "is not a number". Must not repeat a secret. */
export class RefusedValue extends Error {}

export type Variables = Readonly<Record<string, string | undefined>>;
export type FileReader = (path: string) => string;

/** The environment, read setting by setting. It remembers every problem instead of stopping at the first. */
export class Environment {
  readonly problems: SettingProblem[] = [];
  /** Settings that work but should be changed, one sentence each. */
  readonly notices: string[] = [];

  constructor(
    private readonly variables: Variables,
    private readonly readFile: FileReader,
  ) {
    for (const name of Object.keys(variables)) {
      if (name.startsWith(SETTING_PREFIX) && !isKnownSetting(name)) {
        this.problem(name, 'the name of a setting', `is not a setting; the nearest is ${nearestSetting(name)}`);
      }
    }
  }

  problem(setting: string, wants: string, reason: string): void {
    this.problems.push({ setting, wants, reason });
  }

  /** `parse` throws RefusedValue for a bad value. `fallback` then stands in, so that reading continues. */
  plain<T>(name: PlainSetting, fallback: T, wants: string, parse: (value: string) => T): T {
    const value = this.#current(name);
    return value === null ? fallback : this.#parsed(name, value, fallback, wants, parse);
  }

  secret<T>(name: SecretSetting, fallback: T, wants: string, parse: (value: Secret) => T): T {
    const value = this.#secretText(name);
    return value === null ? fallback : this.#parsed(name, new Secret(value), fallback, wants, parse);
  }

  #parsed<V, T>(name: string, value: V, fallback: T, wants: string, parse: (value: V) => T): T {
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      this.problem(SETTING_PREFIX + name, wants, error.message);
      return fallback;
    }
  }

  /** The value of a setting under its name, else under its earlier name. An earlier name that is in use gets a notice. */
  #current(name: PlainSetting): string | null {
    const own = this.#variable(name);
    const former = FORMER_NAMES[name];
    const earlier = former === undefined ? null : this.#variable(former);
    if (earlier !== null)
      this.notices.push(
        `${SETTING_PREFIX}${former} is now ${SETTING_PREFIX}${name}; ` +
          (own === null ? 'the earlier name still works.' : 'both are set, and the earlier one is ignored.'),
      );
    return own ?? earlier;
  }

  /** An empty variable counts as not set, because tools such as Compose write empty variables. */
  #variable(name: string): string | null {
    const value = this.variables[SETTING_PREFIX + name]?.trim() ?? '';
    return value === '' ? null : value;
  }

  #secretText(name: SecretSetting): string | null {
    const direct = this.#variable(name);
    const path = this.#variable(`${name}_FILE`);
    if (path === null) return direct;
    const fileSetting = `${SETTING_PREFIX}${name}_FILE`;
    if (direct !== null) {
      this.problem(fileSetting, `one source of ${SETTING_PREFIX}${name}`, 'is given beside the value itself');
      return null;
    }
    try {
      const content = this.readFile(path).trim();
      if (content !== '') return content;
      this.problem(fileSetting, 'a file that holds the secret', 'names an empty file');
    } catch {
      this.problem(fileSetting, 'a file that can be read', `names ${JSON.stringify(path)}, which cannot be read`);
    }
    return null;
  }
}
