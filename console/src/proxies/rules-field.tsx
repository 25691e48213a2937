import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { proxies as proxyWords } from '../text/proxies';
import { NEW_RULE, type ProxyForm } from './proxy-form-values';
import { RuleFields, type Way } from './rule-fields';

const { form: words } = proxyWords;
/** The rules in their order, which buttons change: they work by keyboard, and keep the focus on the rule that moves. */
export function RulesField({ form }: { readonly form: UseFormReturn<ProxyForm> }) {
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'routes' });
  const [moved, setMoved] = useState<{ readonly to: number; readonly way: Way } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (moved !== null) moveButton(list.current?.children[moved.to], moved.way)?.focus();
  }, [moved]);
  return (
    <Stack align="stretch">
      {fields.length === 0 && <Text c="dimmed">{words.noRules}</Text>}
      <ol ref={list} style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '0.75rem' }}>
        {fields.map((field, index) => (
          <RuleFields
            key={field.id}
            form={form}
            index={index}
            count={fields.length}
            onMove={(way) => {
              const to = way === 'up' ? index - 1 : index + 1;
              move(index, to);
              setMoved({ to, way });
            }}
            onRemove={() => {
              remove(index);
              setMoved(null);
              add.current?.focus();
            }}
          />
        ))}
      </ol>
      <Text role="status" className="visually-hidden">
        {moved !== null && words.moved(moved.to + 1, fields.length)}
      </Text>
      <Button
        ref={add}
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={18} />}
        onClick={() => {
          setMoved(null);
          append({ ...NEW_RULE }, { focusName: `routes.${fields.length}.path` });
        }}
      >
        {words.addRule}
      </Button>
    </Stack>
  );
}

/** At the end of the list the one for its way is disabled, and the other takes the focus. */
function moveButton(rule: Element | undefined, way: Way): HTMLElement | null {
  const enabled = 'button[data-move]:not(:disabled)';
  return (
    rule?.querySelector<HTMLElement>(`${enabled}[data-move="${way}"]`) ??
    rule?.querySelector<HTMLElement>(enabled) ??
    null
  );
}
