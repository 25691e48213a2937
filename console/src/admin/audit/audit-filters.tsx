import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { audit, type AuditAction } from '../../text/audit';
import { EVERYTHING, type AuditFilter } from './use-audit';

const { filters: words, sentences } = audit;
const ACTIONS = Object.keys(sentences) as AuditAction[];

/** Applied together, by the button or the enter key: each is a search of its own. */
export function AuditFilters({ onApply }: { readonly onApply: (filter: AuditFilter) => void }) {
  const [draft, setDraft] = useState(EVERYTHING);
  const field = (name: 'actor' | 'subject' | 'from' | 'to') => ({
    label: words[name],
    value: draft[name],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) => {
      setDraft({ ...draft, [name]: event.currentTarget.value });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onApply(draft);
      }}
    >
      <Group mb="md" gap="sm" align="flex-end">
        <Select
          label={words.action}
          placeholder={words.anyAction}
          w={170}
          searchable
          clearable
          data={ACTIONS}
          value={draft.action}
          onChange={(action) => {
            setDraft({ ...draft, action: ACTIONS.find((each) => each === action) ?? null });
          }}
        />
        <TextInput {...field('actor')} placeholder={words.actorHint} w={130} autoComplete="off" />
        <TextInput {...field('subject')} placeholder={words.subjectHint} w={130} autoComplete="off" />
        <TextInput {...field('from')} type="date" />
        <TextInput {...field('to')} type="date" />
        <Button type="submit" variant="default">
          {words.apply}
        </Button>
      </Group>
    </form>
  );
}
