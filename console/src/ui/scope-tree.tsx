import { Checkbox, Stack, Text } from '@mantine/core';
import type { Ref } from 'react';
import { byResource, type Resource, type Scope } from '../api/scopes';

interface ScopeTreeProps {
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly chosen: readonly string[];
  readonly error?: string | undefined;
  /** Of the whole, which takes the focus when something is wrong with it. */
  readonly ref?: Ref<HTMLDivElement> | undefined;
  readonly onChange: (chosen: string[]) => void;
}

/** Scopes below what they are about; the box of a resource is for all of its scopes. */
export function ScopeTree({ label, scopes, chosen, error, ref, onChange }: ScopeTreeProps) {
  const set = (names: readonly string[], isOn: boolean) => {
    const others = chosen.filter((name) => !names.includes(name));
    onChange(isOn ? [...others, ...names] : others);
  };
  return (
    <Stack ref={ref} gap="md" role="group" aria-label={label} tabIndex={-1}>
      {error !== undefined && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      {byResource(scopes).map((resource) => (
        <ResourceScopes key={resource.name} resource={resource} chosen={chosen} onSet={set} />
      ))}
    </Stack>
  );
}

interface ResourceScopesProps {
  readonly resource: Resource;
  readonly chosen: readonly string[];
  readonly onSet: (names: readonly string[], isOn: boolean) => void;
}

function ResourceScopes({ resource: { name, scopes }, chosen, onSet }: ResourceScopesProps) {
  const names = scopes.map(({ scope }) => scope);
  const count = names.filter((scope) => chosen.includes(scope)).length;
  return (
    <div>
      <Checkbox
        label={name}
        fw={600}
        checked={count === names.length}
        indeterminate={count > 0 && count < names.length}
        onChange={(event) => {
          onSet(names, event.currentTarget.checked);
        }}
      />
      <Stack gap={6} mt={6} ms="xl">
        {scopes.map(({ scope, description }) => (
          <Checkbox
            key={scope}
            label={
              <>
                {description}{' '}
                <Text span size="xs" c="dimmed" ff="monospace">
                  {scope}
                </Text>
              </>
            }
            checked={chosen.includes(scope)}
            onChange={(event) => {
              onSet([scope], event.currentTarget.checked);
            }}
          />
        ))}
      </Stack>
    </div>
  );
}
