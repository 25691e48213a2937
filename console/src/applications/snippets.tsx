import { Button, Code, CopyButton, Group, Stack, Tabs, Text } from '@mantine/core';
import { pageSettings } from '../api/page-settings';
import { text } from '../text/text';
import { downloadFile } from '../ui/download-file';
import { curlSnippet, nodeSnippet, postmanCollection, pythonSnippet, type Client } from './snippet-texts';

const { snippets: words } = text.applications;

interface SnippetsProps {
  readonly clientId: string;
  /** Left out when it isn't known any more: a placeholder stands there. */
  readonly clientSecret?: string;
}

export function Snippets({ clientId, clientSecret = words.secretPlaceholder }: SnippetsProps) {
  const client: Client = { tokenUrl: `${location.origin}${pageSettings.base}/oauth/token`, clientId, clientSecret };
  const collection = postmanCollection(client, location.origin + pageSettings.api);
  return (
    <Tabs defaultValue="curl" keepMounted={false}>
      <Tabs.List aria-label={words.label}>
        {Object.entries(words.tabs).map(([tab, label]) => (
          <Tabs.Tab key={tab} value={tab}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Snippet tab="curl" code={curlSnippet(client)} />
      <Snippet tab="node" code={nodeSnippet(client)} />
      <Snippet tab="python" code={pythonSnippet(client)} />
      <Tabs.Panel value="postman" pt="sm">
        <Stack align="flex-start" gap="sm">
          <Text size="sm">{words.postmanHint}</Text>
          <Button
            variant="default"
            onClick={() => {
              downloadFile('gatehouse.postman_collection.json', 'application/json', collection);
            }}
          >
            {words.postmanDownload}
          </Button>
        </Stack>
      </Tabs.Panel>
    </Tabs>
  );
}

function Snippet({ tab, code }: { readonly tab: string; readonly code: string }) {
  return (
    <Tabs.Panel value={tab} pt="sm">
      <Code block tabIndex={0}>
        {code}
      </Code>
      <Group justify="flex-end" mt="xs">
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? text.copied : text.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Tabs.Panel>
  );
}
