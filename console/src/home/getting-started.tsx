import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '../api/client';
import { APPLICATIONS } from '../applications/use-applications';
import { useMe } from '../session/me';
import { text } from '../text/text';
import { Section } from '../ui/section';
import { useOwnFigures } from './use-figures';

const { start: words } = text.home;

/** What to do first, for who has neither a token nor an API key. */
export function GettingStarted() {
  const { roles } = useMe();
  const { data: figures } = useOwnFigures();
  const { data: applications } = useQuery({
    queryKey: [...APPLICATIONS, 'first'],
    queryFn: () => answerOf(api.GET('/applications', { params: { query: { limit: 1 } } })),
  });
  if (figures === undefined || figures.active + figures.stopped > 0 || applications?.items.length !== 0) return null;
  return (
    <Section title={words.title} hint={words.hint}>
      {roles.length === 0 && (
        <Text size="sm" mb="md" maw={640}>
          {words.noRole}
        </Text>
      )}
      <Group gap="sm">
        <Button component={Link} to="/tokens/new">
          {words.token}
        </Button>
        <Button component={Link} to="/applications" variant="default">
          {words.application}
        </Button>
      </Group>
    </Section>
  );
}
