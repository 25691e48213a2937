import { Button, Card, SimpleGrid, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useMay, useMe } from '../session/me';
import { text } from '../text/text';
import { Page } from '../ui/page';

const { home } = text;

const CARDS = [
  { ...home.tokens, to: '/tokens' },
  { ...home.applications, to: '/applications' },
  { ...home.users, to: '/admin/users', scope: 'users:read' },
  { ...home.audit, to: '/admin/audit', scope: 'audit:read' },
] as const;

export function HomePage() {
  const { user, site } = useMe();
  const may = useMay();
  return (
    <Page title={home.greeting(user.username)} intro={home.intro(site.name)}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {CARDS.filter((card) => !('scope' in card) || may(card.scope)).map(({ to, title, hint, action }) => (
          <Card key={to} withBorder padding="lg">
            <Title order={2} size="h4">
              {title}
            </Title>
            <Text c="dimmed" size="sm" mt={4} mb="md" flex={1}>
              {hint}
            </Text>
            <Button component={Link} to={to} variant="light" w="fit-content">
              {action}
            </Button>
          </Card>
        ))}
      </SimpleGrid>
    </Page>
  );
}
