import { ActionIcon, Box, Group, MultiSelect, Paper, SimpleGrid, TagsInput, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useScopes } from '../api/scopes';
import { proxies as proxyWords } from '../text/proxies';
import { EVERY_METHOD, METHODS } from './methods';
import type { ProxyForm } from './proxy-form-values';

export type Way = 'up' | 'down';

const { form: words } = proxyWords;
const METHOD_CHOICES = [
  { value: EVERY_METHOD, label: words.anyMethod },
  ...METHODS.map((method) => ({ value: method, label: method })),
];

interface RuleFieldsProps {
  readonly form: UseFormReturn<ProxyForm>;
  readonly index: number;
  readonly count: number;
  readonly onMove: (way: Way) => void;
  readonly onRemove: () => void;
}

/** One rule, with the buttons that move and remove it. */
export function RuleFields({ form, index, count, onMove, onRemove }: RuleFieldsProps) {
  const number = index + 1;
  return (
    <Paper component="li" withBorder p="sm">
      <Box role="group" aria-label={words.rule(number)}>
        <Group justify="space-between" mb={4} fw={600} fz="sm">
          {words.rule(number)}
          <Group gap={4}>
            <RuleButton
              label={words.moveUp(number)}
              way="up"
              disabled={index === 0}
              onClick={() => {
                onMove('up');
              }}
            >
              <IconArrowUp size={18} />
            </RuleButton>
            <RuleButton
              label={words.moveDown(number)}
              way="down"
              disabled={number === count}
              onClick={() => {
                onMove('down');
              }}
            >
              <IconArrowDown size={18} />
            </RuleButton>
            <RuleButton label={words.removeRule(number)} onClick={onRemove}>
              <IconTrash size={18} />
            </RuleButton>
          </Group>
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <MethodsField form={form} index={index} />
          <TextInput
            label={words.pattern}
            autoComplete="off"
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            error={form.formState.errors.routes?.[index]?.path?.message}
            {...form.register(`routes.${index}.path`, {
              validate: (path) => path.trim().startsWith('/') || words.patternWrong,
            })}
          />
          <ScopesField form={form} index={index} />
        </SimpleGrid>
      </Box>
    </Paper>
  );
}

interface FieldProps {
  readonly form: UseFormReturn<ProxyForm>;
  readonly index: number;
}

function MethodsField({ form, index }: FieldProps) {
  return (
    <Controller
      name={`routes.${index}.methods`}
      control={form.control}
      rules={{ validate: (methods) => methods.length > 0 || words.methodsWrong }}
      render={({ field, fieldState }) => (
        <MultiSelect
          ref={field.ref}
          label={words.methods}
          data={METHOD_CHOICES}
          value={field.value}
          error={fieldState.error?.message}
          onBlur={field.onBlur}
          onChange={(chosen) => {
            field.onChange(withoutContradiction(chosen));
          }}
        />
      )}
    />
  );
}

/** Any method stands alone: what was chosen last holds. */
function withoutContradiction(chosen: readonly string[]): string[] {
  if (chosen.at(-1) === EVERY_METHOD) return [EVERY_METHOD];
  return chosen.filter((method) => method !== EVERY_METHOD);
}

function ScopesField({ form, index }: FieldProps) {
  const { data: scopes = [] } = useScopes();
  return (
    <Controller
      name={`routes.${index}.scopes`}
      control={form.control}
      render={({ field, fieldState }) => (
        <TagsInput
          ref={field.ref}
          label={words.scopes}
          placeholder={field.value.length === 0 ? words.scopesEmpty : ''}
          data={scopes.map(({ scope }) => scope)}
          splitChars={[',', ' ']}
          value={field.value}
          error={fieldState.error?.message}
          onBlur={field.onBlur}
          onChange={(typed) => {
            field.onChange(splitScopes(typed));
          }}
        />
      )}
    />
  );
}

/** A pasted list is more than one: no scope has a comma or a space in it. */
function splitScopes(typed: readonly string[]): string[] {
  return [...new Set(typed.flatMap((each) => each.split(/[\s,]+/)))].filter((scope) => scope !== '');
}

interface RuleButtonProps {
  readonly label: string;
  readonly way?: Way;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function RuleButton({ label, way, disabled = false, onClick, children }: RuleButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} data-move={way} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
