import { Radio, Stack, Text } from '@mantine/core';
import type { Ref } from 'react';
import type { Scope } from '../api/scopes';
import { text } from '../text/text';
import { ScopeTree } from './scope-tree';

const { form: words } = text.tokens;

interface ReachChoiceProps {
  readonly label: string;
  /** The scopes that it is narrowed to; null is that it is not. */
  readonly value: readonly string[] | null;
  /** What it can be narrowed to. */
  readonly scopes: readonly Scope[];
  /** How not narrowing it is called. */
  readonly everything: string;
  readonly error?: string | undefined;
  readonly ref?: Ref<HTMLDivElement>;
  readonly onChange: (scopes: string[] | null) => void;
}

/** What a token or an API key may do: all, or some scopes. */
export function ReachChoice({ label, value, scopes, everything, error, ref, onChange }: ReachChoiceProps) {
  return (
    <Stack>
      <Radio.Group
        aria-label={label}
        value={value === null ? 'all' : 'some'}
        onChange={(chosen) => {
          onChange(chosen === 'some' ? [] : null);
        }}
      >
        <Stack gap="xs">
          <Radio value="all" label={everything} />
          <Radio value="some" label={words.maySome} disabled={scopes.length === 0} />
        </Stack>
      </Radio.Group>
      {scopes.length === 0 && <Text size="sm">{words.noScopes}</Text>}
      {value !== null && (
        <ScopeTree label={words.maySome} scopes={scopes} chosen={value} error={error} ref={ref} onChange={onChange} />
      )}
    </Stack>
  );
}
