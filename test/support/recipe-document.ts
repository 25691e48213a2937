import { readFileSync } from 'node:fs';

const BLOCK = /<!-- file: (\S+) -->\s*```\w*\n(.*?)```/gs;

/** A page of docs/recipes. Its configurations are the code blocks below `<!-- file: /where/it/goes -->`. */
export class RecipeDocument {
  readonly #files: ReadonlyMap<string, string>;

  private constructor(
    readonly name: string,
    readonly text: string,
  ) {
    this.#files = new Map([...text.matchAll(BLOCK)].map(([, path = '', content = '']) => [path, content]));
  }

  static read(name: string): RecipeDocument {
    return new RecipeDocument(name, readFileSync(new URL(`../../docs/recipes/${name}`, import.meta.url), 'utf8'));
  }

  get files(): string[] {
    return [...this.#files.keys()];
  }

  /**
   * A configuration as a reader would make it their own: with the names of their machine. Each of them must be in
   * the document, or the test would not be about what is written there.
   */
  configuration(path: string, names: Readonly<Record<string, string>>): string {
    const content = this.#files.get(path);
    if (content === undefined) throw new Error(`${this.name} has no configuration ${path}`);
    return adapted(content, names, this.name);
  }
}

/** Replaces each name everywhere, all at once, so that none is replaced in what another was replaced by. */
export function adapted(text: string, names: Readonly<Record<string, string>>, where: string): string {
  const missing = Object.keys(names).filter((name) => !text.includes(name));
  if (missing.length > 0) throw new Error(`${where} does not say ${missing.join(', ')}`);
  const longestFirst = Object.keys(names).sort((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return text.replace(pattern, (name) => names[name] ?? name);
}
