import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Brand } from '../ui/brand';
import { text } from '../text/text';

interface EntranceProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly children: ReactNode;
}

/** The frame of the pages that are open to everybody. */
export function Entrance({ title, subtitle, children }: EntranceProps) {
  useEffect(() => {
    document.title = text.pageTitle(title);
  }, [title]);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={420}>
        <Center>
          <Brand size={36} />
        </Center>
        <Paper withBorder p="xl" shadow="sm">
          <Title order={1} size="h3">
            {title}
          </Title>
          {subtitle !== undefined && (
            <Text c="dimmed" size="sm" mt={4}>
              {subtitle}
            </Text>
          )}
          <Stack mt="lg">{children}</Stack>
        </Paper>
      </Stack>
    </Center>
  );
}
