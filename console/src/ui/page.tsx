import { Box, Group, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { text } from '../text/text';

interface PageProps {
  readonly title: string;
  readonly intro?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** For when what had the focus is gone with what was done: a dialog has nothing to give it back to. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

/** A page names itself in the tab, and its heading takes the focus, so that a screen reader says where one is now. */
export function Page({ title, intro, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = text.pageTitle(title);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      <Group justify="space-between" align="flex-start" mb="lg" gap="md">
        <Box maw={720} style={{ overflowWrap: 'anywhere' }}>
          <Title order={1} size="h2" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
            {title}
          </Title>
          {intro !== undefined && (
            <Text mt={4} c="dimmed">
              {intro}
            </Text>
          )}
        </Box>
        {actions}
      </Group>
      {children}
    </>
  );
}
