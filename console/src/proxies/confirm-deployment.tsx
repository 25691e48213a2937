import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { hasCode } from '../api/problem';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { ProblemAlert } from '../ui/problem-alert';

const { deployment: words } = proxyWords;

interface ConfirmDeploymentProps {
  readonly isRunning: boolean;
  /** Whether what would change is known. */
  readonly isReady: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What would change. */
  readonly children: ReactNode;
}

export function ConfirmDeployment({ isRunning, isReady, error, onConfirm, onClose, children }: ConfirmDeploymentProps) {
  const isPast = hasCode(error, 'edit_conflict');
  return (
    <Stack>
      <Text>{words.deployHint}</Text>
      {isPast && (
        <Alert role="alert" color="orange">
          {words.deployPast}
        </Alert>
      )}
      {children}
      {!isPast && <ProblemAlert error={error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button data-autofocus loading={isRunning} disabled={!isReady} onClick={onConfirm}>
          {words.deploySubmit}
        </Button>
      </Group>
    </Stack>
  );
}
