import { Badge, Button, Code, Group, Paper, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { usePages } from '../../api/pages';
import { text } from '../../text/text';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Time } from '../../ui/time';

const { audit: words } = text.admin;
type AuditEvent = Schemas['AuditEventResponse'];

interface AuditFilter {
  readonly action: string;
  /** Days where the viewer is, `2026-11-26`; empty is no bound. */
  readonly from: string;
  readonly to: string;
}

const EVERYTHING: AuditFilter = { action: '', from: '', to: '' };

function queryOf({ action, from, to }: AuditFilter) {
  return {
    ...(action.trim() === '' ? {} : { action: action.trim() }),
    ...(from === '' ? {} : { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to === '' ? {} : { to: new Date(`${to}T23:59:59.999`).toISOString() }),
  };
}

export function AuditPage() {
  const [filter, setFilter] = useState(EVERYTHING);
  const query = usePages(['admin', 'audit', filter], (cursor) =>
    answerOf(api.GET('/admin/audit', { params: { query: { ...queryOf(filter), ...cursor } } })),
  );
  return (
    <Page title={text.pages.audit} intro={words.intro}>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <Filters onApply={setFilter} />
        <Loaded query={query}>
          {(events) =>
            events.length === 0 ? (
              <EmptyState title={words.empty} />
            ) : (
              <DataTable label={words.table} columns={COLUMNS} rows={events} keyOf={({ id }) => id} />
            )
          }
        </Loaded>
        <LoadMore query={query} />
      </Paper>
    </Page>
  );
}

function Filters({ onApply }: { readonly onApply: (filter: AuditFilter) => void }) {
  const [draft, setDraft] = useState(EVERYTHING);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onApply(draft);
      }}
    >
      <Group mb="md" align="flex-end">
        <TextInput
          label={words.action}
          placeholder={words.actionHint}
          value={draft.action}
          onChange={(event) => {
            setDraft({ ...draft, action: event.currentTarget.value });
          }}
        />
        <TextInput
          type="date"
          label={words.from}
          value={draft.from}
          onChange={(event) => {
            setDraft({ ...draft, from: event.currentTarget.value });
          }}
        />
        <TextInput
          type="date"
          label={words.to}
          value={draft.to}
          onChange={(event) => {
            setDraft({ ...draft, to: event.currentTarget.value });
          }}
        />
        <Button type="submit" variant="default">
          {words.apply}
        </Button>
      </Group>
    </form>
  );
}

const COLUMNS: Column<AuditEvent>[] = [
  { title: words.columns.at, cell: ({ at }) => <Time at={at} /> },
  { title: words.columns.action, cell: (event) => <Action event={event} /> },
  {
    title: words.columns.outcome,
    cell: ({ outcome }) => (
      <Badge variant="dot" color={outcome === 'success' ? 'green' : 'red'} tt="none">
        {words.outcomes[outcome]}
      </Badge>
    ),
  },
  { title: words.columns.actor, cell: ({ actor }) => actor.name ?? words.actors[actor.kind] },
  { title: words.columns.subject, cell: ({ subject }) => (subject === null ? '–' : (subject.name ?? subject.type)) },
  { title: words.columns.address, cell: ({ address }) => address ?? '–' },
];

/** What was done; a click shows the rest that was recorded. */
function Action({ event: { action, reason, details, requestId } }: { readonly event: AuditEvent }) {
  return (
    <Popover withArrow shadow="md" position="bottom-start" width={340} trapFocus={false}>
      <Popover.Target>
        <UnstyledButton fz="sm" td="underline dotted">
          {action}
          {reason !== null && `: ${reason}`}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.details}>
        <Stack gap="xs">
          {requestId !== null && (
            <Text size="xs">
              {words.requestId} <Code>{requestId}</Code>
            </Text>
          )}
          {details !== null && (
            <Code block tabIndex={0}>
              {JSON.stringify(details, null, 2)}
            </Code>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
