import { ActionIcon, CopyButton, Group, Text, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { text } from '../text/text';

interface SecretValueProps {
  readonly label: string;
  readonly value: string;
}

/** A value to copy: selected by a click, copied by the button, whose success is said to screen readers too. */
export function SecretValue({ label, value }: SecretValueProps) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={label}
            value={value}
            readOnly
            flex={1}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            autoComplete="off"
            spellCheck={false}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
          <Tooltip label={copied ? text.copied : text.copy}>
            <ActionIcon size={36} variant="default" onClick={copy} aria-label={`${text.copy}: ${label}`}>
              {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
            </ActionIcon>
          </Tooltip>
          <Text role="status" size="xs" className="visually-hidden">
            {copied ? text.copied : ''}
          </Text>
        </Group>
      )}
    </CopyButton>
  );
}
