import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a page, with a heading of its own. */
export function Section({ title, hint, actions, children }: SectionProps) {
  const id = useId();
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} mb="lg" aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" mb={children === undefined ? 0 : 'md'} gap="sm">
        <div>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {hint !== undefined && (
            <Text size="sm" c="dimmed" mt={4} maw={640}>
              {hint}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
