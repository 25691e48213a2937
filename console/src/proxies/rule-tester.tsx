import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';
import { proxies as proxyWords } from '../text/proxies';
import { ProblemAlert } from '../ui/problem-alert';
import { Section } from '../ui/section';
import { fieldInWords } from './change-words';
import { METHODS, type Method } from './methods';
import type { ProxyRoute } from './use-proxies';

const { tester: words } = proxyWords;

interface Tried {
  readonly method: Method;
  readonly path: string;
  readonly routes: ProxyRoute[];
}

/**
 * What these rules, saved or not, would say to a request. The service is asked: it reads a path and finds a rule in the one
 * way that its gateway does. No form of its own, since it stands within that of a proxy.
 */
export function RuleTester({ routes }: { readonly routes: ProxyRoute[] }) {
  const [method, setMethod] = useState<Method>('GET');
  const [path, setPath] = useState('/');
  const test = useChange({
    mutationFn: (tried: Tried) => answerOf(api.POST('/proxies/rules/test', { body: tried })),
  });
  const run = () => {
    test.mutate({ method, path: path.trim(), routes: structuredClone(routes) }); // a form goes on changing its own
  };
  return (
    <Section title={words.title} hint={words.hint}>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={words.method}
          data={METHODS}
          value={method}
          onChange={(event) => {
            setMethod(METHODS.find((each) => each === event.currentTarget.value) ?? 'GET');
          }}
        />
        <TextInput
          label={words.path}
          flex="1 1 12rem"
          maw={420}
          autoComplete="off"
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={path}
          onChange={(event) => {
            setPath(event.currentTarget.value);
          }}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Enter') return;
            event.preventDefault(); // it would send the form around
            run();
          }}
        />
        <Button variant="default" loading={test.isPending} onClick={run}>
          {words.submit}
        </Button>
      </Group>
      <div role="status">
        {test.data !== undefined && isAbout(test.variables, routes) && (
          <Alert mt="md" color={test.data.rule === null ? 'orange' : 'blue'}>
            {inWords(test.variables, test.data)}
          </Alert>
        )}
      </div>
      {test.error !== null && (
        <div style={{ marginTop: 'var(--mantine-spacing-md)' }}>
          <ProblemAlert error={test.error} labels={labelOf} />
        </div>
      )}
    </Section>
  );
}

/** The one `path` that is no rule's is the one to try. */
function labelOf(path: string): string {
  return path === 'path' ? words.path : fieldInWords(path);
}

/** Rules that were changed since may say something else. */
function isAbout(tried: Tried, routes: readonly ProxyRoute[]): boolean {
  return JSON.stringify(tried.routes) === JSON.stringify(routes);
}

function inWords({ method, path }: Tried, { rule, scopes }: Schemas['RuleTestResponse']): string {
  const request = `${method} ${path}`;
  if (rule === null) return words.refused(request);
  return scopes.length === 0 ? words.open(request, rule) : words.needs(request, scopes, rule);
}
