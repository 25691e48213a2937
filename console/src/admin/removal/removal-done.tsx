import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { text } from '../../text/text';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import type { Removal } from './use-removal';

const { removal: words } = text.admin;

interface RemovalDoneProps {
  readonly username: string;
  readonly removal: Removal;
}

/** What really happened, as the service answered it. */
export function RemovalDone({ username, removal }: RemovalDoneProps) {
  const { receiver, tokens, applications, marked, sessionsEnded } = removal;
  return (
    <Page title={words.done(username)}>
      <Section title={words.done(username)}>
        <Stack align="flex-start">
          {receiver !== null && tokens.transferred + applications.transferred > 0 && (
            <Text>{words.moved(tokens.transferred, applications.transferred, receiver.username)}</Text>
          )}
          {tokens.decommissioned + applications.decommissioned > 0 && (
            <Text>{words.ended(tokens.decommissioned, applications.decommissioned)}</Text>
          )}
          {marked.tokens + marked.applications > 0 && <Text>{words.marked(marked.tokens, marked.applications)}</Text>}
          <Text>{words.doneIntro(sessionsEnded)}</Text>
          <Button component={Link} to="/admin/users">
            {words.toUsers}
          </Button>
        </Stack>
      </Section>
    </Page>
  );
}
