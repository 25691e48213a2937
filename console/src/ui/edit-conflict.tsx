import { Alert, Button, Text } from '@mantine/core';
import { editConflict as words } from '../text/edit-conflict';

/** Somebody else was faster. What was typed stays until the newest is asked for. */
export function EditConflict({ onLoadNewest }: { readonly onLoadNewest: () => void }) {
  return (
    <Alert role="alert" color="orange" mb="md">
      <Text size="sm" fw={600}>
        {words.title}
      </Text>
      <Text size="sm">{words.hint}</Text>
      <Button mt="sm" size="xs" variant="default" onClick={onLoadNewest}>
        {words.loadNewest}
      </Button>
    </Alert>
  );
}
