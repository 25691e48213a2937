import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client';

export type Scope = Schemas['ScopeResponse'];

/** Every scope of the site, with its meaning and whether one holds it. */
export function useScopes() {
  return useQuery({
    queryKey: ['scopes'],
    queryFn: async () => (await answerOf(api.GET('/scopes'))).items,
    staleTime: 60_000,
  });
}

/** What can be chosen of what one holds; what is there stays in sight, so that it can be taken away when one holds it no more. */
export function choosable(all: readonly Scope[], there: readonly string[] | null | undefined): Scope[] {
  return all.filter(({ scope, held }) => held || there?.includes(scope) === true);
}

export interface Resource {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** `orders:read` and `orders:write` below `orders`. */
export function byResource(scopes: readonly Scope[]): Resource[] {
  const resources = new Map<string, Scope[]>();
  for (const scope of scopes) {
    const [name = scope.scope] = scope.scope.split(':');
    resources.set(name, [...(resources.get(name) ?? []), scope]);
  }
  return [...resources].map(([name, of]) => ({ name, scopes: of }));
}
