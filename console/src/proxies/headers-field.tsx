import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { Section } from '../ui/section';
import type { ProxyForm } from './proxy-form-values';

const { form: words } = proxyWords;

interface HeadersFieldProps {
  readonly form: UseFormReturn<ProxyForm>;
}

export function HeadersField({ form }: HeadersFieldProps) {
  return (
    <Section title={words.headers} hint={words.headersHint}>
      <Stack maw={640}>
        <AddedHeaders form={form} />
        <Textarea
          label={words.removedHeaders}
          description={words.removedHeadersHint}
          autosize
          minRows={2}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          error={form.formState.errors.removedHeaders?.message}
          {...form.register('removedHeaders')}
        />
      </Stack>
    </Section>
  );
}

function AddedHeaders({ form }: HeadersFieldProps) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'addedHeaders' });
  return (
    <Stack role="group" aria-label={words.addedHeaders} gap="xs">
      <Text size="sm" fw={500}>
        {words.addedHeaders}
      </Text>
      {fields.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noAddedHeaders}
        </Text>
      )}
      {fields.map((field, index) => (
        <Group key={field.id} wrap="nowrap" align="flex-start" gap="xs">
          <TextInput
            aria-label={words.headerName(index + 1)}
            placeholder="X-Api-Version"
            flex={1}
            autoComplete="off"
            spellCheck={false}
            error={form.formState.errors.addedHeaders?.[index]?.name?.message}
            {...form.register(`addedHeaders.${index}.name`, {
              validate: (name, { addedHeaders }) => nameProblem(name, addedHeaders),
            })}
          />
          <TextInput
            aria-label={words.headerValue(index + 1)}
            flex={1}
            autoComplete="off"
            spellCheck={false}
            {...form.register(`addedHeaders.${index}.value`)}
          />
          <Tooltip label={words.removeHeaderRow(index + 1)}>
            <ActionIcon
              size={36}
              variant="default"
              aria-label={words.removeHeaderRow(index + 1)}
              onClick={() => {
                remove(index);
              }}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={18} />}
        onClick={() => {
          append({ name: '', value: '' });
        }}
      >
        {words.addHeader}
      </Button>
    </Stack>
  );
}

/** Two of one name would be sent as one. */
function nameProblem(name: string, headers: ProxyForm['addedHeaders']): string | true {
  const plain = name.trim().toLowerCase();
  if (plain === '') return text.required;
  return headers.filter((other) => other.name.trim().toLowerCase() === plain).length === 1 || words.headerTwice;
}
