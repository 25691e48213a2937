import { Alert } from '@mantine/core';
import { useState } from 'react';
import { proxies as proxyWords } from '../text/proxies';
import { definitionOfFile } from './definition-of-file';
import { DocumentFile } from './document-file';
import { useConnectionNames, type ProxyDefinition } from './use-proxies';

const { form: words } = proxyWords;

interface StartFromExportProps {
  readonly onDefinition: (definition: ProxyDefinition) => void;
}

/** A connection that this site doesn't have is left to be chosen. */
export function StartFromExport({ onDefinition }: StartFromExportProps) {
  const { data: connections = [] } = useConnectionNames();
  const [read, setRead] = useState<ProxyDefinition | null>(null);
  return (
    <>
      <DocumentFile
        label={words.exported}
        hint={words.exportedHint}
        onRead={(text) => {
          const definition = definitionOfFile(text);
          setRead(definition);
          if (definition === null) return words.notExported;
          const isKnown = connections.some(({ id }) => id === definition.connectionId);
          onDefinition(isKnown ? definition : { ...definition, connectionId: '' });
          return null;
        }}
      />
      {read !== null && <Alert role="status">{words.exportedRead(read.routes.length)}</Alert>}
    </>
  );
}
