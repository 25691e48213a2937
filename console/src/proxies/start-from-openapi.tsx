import { Alert, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { proxies as proxyWords } from '../text/proxies';
import { ProblemAlert } from '../ui/problem-alert';
import { DocumentFile } from './document-file';
import { ImportNotes } from './import-notes';
import { useAccount } from './use-account';
import { useConnectionNames, type ProxyDefinition } from './use-proxies';

const { form: words } = proxyWords;

/** In JSON or YAML. The service reads the rest, and says what is wrong with it. */
const OPENAPI_3 = /(?:^|[{,\s])["']?openapi["']?\s*:\s*["']?3\./;

interface StartFromOpenApiProps {
  readonly projectId: string;
  readonly onDefinition: (definition: ProxyDefinition) => void;
}

/** The service reads the document and proposes; whoever asked looks the proposal over in the form. */
export function StartFromOpenApi({ projectId, onDefinition }: StartFromOpenApiProps) {
  const { header } = useAccount();
  const { data: connections = [] } = useConnectionNames();
  const [document, setDocument] = useState<string | null>(null);
  const [connectionId, setConnectionId] = useState('');
  const [resource, setResource] = useState('');
  const propose = useChange({
    mutationFn: (text: string) => {
      const named = resource.trim() === '' ? {} : { resource: resource.trim() };
      const params = { header, path: { id: projectId } };
      return answerOf(
        api.POST('/projects/{id}/proxies/import', { params, body: { document: text, connectionId, ...named } }),
      );
    },
    onSuccess: onDefinition,
  });
  return (
    <Stack>
      <DocumentFile
        label={words.document}
        hint={words.documentHint}
        onRead={(text) => {
          const isOpenApi = OPENAPI_3.test(text);
          setDocument(isOpenApi ? text : null);
          propose.reset();
          return isOpenApi ? null : words.notOpenApi;
        }}
      />
      <Group align="flex-end">
        <NativeSelect
          label={words.connection}
          miw={240}
          data={[
            { value: '', label: words.chooseConnection },
            ...connections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={connectionId}
          onChange={(event) => {
            setConnectionId(event.currentTarget.value);
          }}
        />
        <TextInput
          label={words.resource}
          description={words.resourceHint}
          autoComplete="off"
          spellCheck={false}
          value={resource}
          onChange={(event) => {
            setResource(event.currentTarget.value);
          }}
        />
      </Group>
      <Button
        variant="default"
        w="fit-content"
        disabled={document === null || connectionId === ''}
        loading={propose.isPending}
        onClick={() => {
          if (document !== null) propose.mutate(document);
        }}
      >
        {words.propose}
      </Button>
      <ProblemAlert error={propose.error} />
      {propose.data !== undefined && (
        <>
          <Alert role="status">{words.proposed(propose.data.routes.length)}</Alert>
          <ImportNotes proposal={propose.data} />
        </>
      )}
    </Stack>
  );
}
