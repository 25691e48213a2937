import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../api/client';
import { allItems } from '../api/pages';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { DataTable, type Column } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { notifyDone } from '../ui/notify';
import { Page } from '../ui/page';
import { ProblemAlert } from '../ui/problem-alert';
import { Time } from '../ui/time';
import { EndOtherSessions } from './end-other-sessions';
import { describeUserAgent } from './user-agent';

const { sessions: words } = text.profile;
export type Session = Schemas['SessionResponse'];
export const SESSIONS = ['sessions'];

function deviceOf({ userAgent }: Session): string {
  return userAgent === null ? words.unknownDevice : describeUserAgent(userAgent);
}

export function SessionsPage() {
  const queries = useQueryClient();
  const [endingOthers, setEndingOthers] = useState(false);
  const query = useQuery({
    queryKey: SESSIONS,
    queryFn: () => allItems((page) => answerOf(api.GET('/auth/sessions', { params: { query: page } }))),
  });
  const end = useChange({
    mutationFn: (id: string) => answerOf(api.DELETE('/auth/sessions/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      notifyDone(words.ended);
      await queries.invalidateQueries({ queryKey: SESSIONS });
    },
  });
  const others = query.data?.filter(({ current }) => !current).length ?? 0;
  return (
    <Page
      title={text.pages.sessions}
      intro={words.intro}
      actions={
        others > 0 && (
          <Button
            variant="default"
            onClick={() => {
              setEndingOthers(true);
            }}
          >
            {words.endOthers}
          </Button>
        )
      }
    >
      <ProblemAlert error={end.error} />
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <Loaded query={query}>
          {(sessions) => (
            <DataTable label={words.table} columns={columns(end)} rows={sessions} keyOf={({ id }) => id} />
          )}
        </Loaded>
      </Paper>
      <EndOtherSessions
        count={others}
        opened={endingOthers}
        onClose={() => {
          setEndingOthers(false);
        }}
      />
    </Page>
  );
}

interface Ending {
  readonly mutate: (id: string) => void;
  readonly isPending: boolean;
  readonly variables: string | undefined;
}

function columns(end: Ending): Column<Session>[] {
  return [
    {
      title: words.device,
      cell: (session) => (
        <Group gap="xs">
          <Text span inherit title={session.userAgent ?? ''}>
            {deviceOf(session)}
          </Text>
          {session.current && <Badge variant="light">{words.current}</Badge>}
        </Group>
      ),
    },
    { title: words.address, cell: ({ address }) => address },
    { title: words.started, cell: ({ createdAt }) => <Time at={createdAt} words /> },
    { title: words.seen, cell: ({ lastSeenAt }) => <Time at={lastSeenAt} words /> },
    { title: words.expires, cell: ({ expiresAt }) => <Time at={expiresAt} words /> },
    {
      title: text.actions,
      isActions: true,
      cell: (session) =>
        !session.current && (
          <Button
            size="xs"
            variant="default"
            loading={end.isPending && end.variables === session.id}
            aria-label={words.endNamed(deviceOf(session), session.address)}
            onClick={() => {
              end.mutate(session.id);
            }}
          >
            {words.end}
          </Button>
        ),
    },
  ];
}
