import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { ProblemAlert } from '../ui/problem-alert';

const { deployment: words } = proxyWords;

interface ConfirmDeploymentProps {
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What would change. */
  readonly children: ReactNode;
}

export function ConfirmDeployment({ isRunning, error, onConfirm, onClose, children }: ConfirmDeploymentProps) {
  return (
    <Stack>
      <Text>{words.deployHint}</Text>
      {children}
      <ProblemAlert error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button data-autofocus loading={isRunning} onClick={onConfirm}>
          {words.deploySubmit}
        </Button>
      </Group>
    </Stack>
  );
}
