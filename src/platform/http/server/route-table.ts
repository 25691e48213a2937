interface Route {
  readonly matches: RegExp;
  readonly methods: Set<string>;
}

/** The methods that each path answers, so that a wrong method gets 405 with Allow and not 404 (RFC 9110 §15.5.6). */
export class RouteTable {
  readonly #routes = new Map<string, Route>();

  add(url: string, methods: string | readonly string[]): void {
    const route = this.#routes.get(url) ?? { matches: patternOf(url), methods: new Set<string>() };
    for (const method of [methods].flat()) route.methods.add(method);
    this.#routes.set(url, route);
  }

  /** The methods of the path in a fixed order; empty when the path does not exist. */
  methodsOf(path: string): string[] {
    const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
    const methods = [...this.#routes.values()]
      .filter(({ matches }) => matches.test(plain))
      .flatMap((route) => [...route.methods]);
    return [...new Set(methods)].filter((method) => method !== 'TRACE').sort();
  }
}

/** The router's own syntax: `:name` is one segment, `*` is the rest. */
function patternOf(url: string): RegExp {
  const source = url
    .replace(/\/$/, '')
    .split('/')
    .map((segment) => {
      if (segment.startsWith(':')) return '[^/]+';
      return segment === '*' ? '.*' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('/');
  return new RegExp(`^${source === '' ? '/' : source}$`);
}
