import { Badge, Code, Paper, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { audit as words } from '../../text/audit';
import { text } from '../../text/text';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Time } from '../../ui/time';
import { AuditExport } from './audit-export';
import { AuditFilters } from './audit-filters';
import type { AuditEvent, UserNames } from './audit-sentence';
import { EventSentence } from './event-sentence';
import { EVERYTHING, useAudit, useUserNames } from './use-audit';

export function AuditPage() {
  const [filter, setFilter] = useState(EVERYTHING);
  const query = useAudit(filter);
  const names = useUserNames();
  return (
    <Page title={text.pages.audit} intro={words.intro} actions={<AuditExport filter={filter} names={names} />}>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <AuditFilters onApply={setFilter} />
        <Loaded query={query}>
          {(events) =>
            events.length === 0 ? (
              <EmptyState title={words.empty} hint={words.emptyHint} />
            ) : (
              <DataTable label={words.table} columns={columns(names)} rows={events} keyOf={({ id }) => id} />
            )
          }
        </Loaded>
        <LoadMore query={query} />
      </Paper>
    </Page>
  );
}

function columns(names: UserNames): Column<AuditEvent>[] {
  return [
    { title: words.columns.at, cell: ({ at }) => <Time at={at} /> },
    {
      title: words.columns.what,
      cell: (event) => (
        <>
          <EventSentence event={event} names={names} />
          <Details event={event} />
        </>
      ),
    },
    {
      title: words.columns.outcome,
      cell: ({ outcome }) => (
        <Badge variant="dot" color={outcome === 'success' ? 'green' : 'red'} tt="none">
          {words.outcomes[outcome]}
        </Badge>
      ),
    },
    { title: words.columns.address, cell: ({ address }) => address ?? '–' },
  ];
}

/** The action as the API names it; a click shows the rest that was recorded. */
function Details({ event: { action, reason, details, requestId } }: { readonly event: AuditEvent }) {
  return (
    <Popover withArrow shadow="md" position="bottom-start" width={340} trapFocus={false}>
      <Popover.Target>
        <UnstyledButton display="block" fz="xs" c="dimmed" ff="monospace" td="underline dotted" mt={2}>
          {action}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.details}>
        <Stack gap="xs">
          {reason !== null && (
            <Text size="xs">
              {words.reason} <Code>{reason}</Code>
            </Text>
          )}
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
