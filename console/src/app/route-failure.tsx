import { Alert, Button, Container, Stack, Text } from '@mantine/core';
import { useRouteError } from 'react-router';
import { text } from '../text/text';

/** A page that could not be loaded or drawn: said to the reader, and left in the browser's console for who mends it. */
export function RouteFailure() {
  const error = useRouteError();
  return (
    <Container size="sm" py="xl">
      <Alert role="alert" color="red" title={text.errors.page}>
        <Stack align="flex-start">
          <Text size="sm">{text.errors.pageHint}</Text>
          <Text size="sm" ff="monospace">
            {error instanceof Error ? error.message : String(error)}
          </Text>
          <Button
            variant="default"
            onClick={() => {
              location.reload();
            }}
          >
            {text.errors.reload}
          </Button>
        </Stack>
      </Alert>
    </Container>
  );
}
