import { Textarea } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { text } from '../text/text';

const { form: words } = text.tokens;

/** The networks that a token works from, one in a line. */
export function NetworksField(field: UseFormRegisterReturn) {
  return (
    <Textarea
      label={words.networks}
      description={words.networksHint}
      autosize
      minRows={2}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      spellCheck={false}
      {...field}
    />
  );
}
