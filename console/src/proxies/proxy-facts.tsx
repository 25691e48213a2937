import { Code, Stack } from '@mantine/core';
import { proxies as proxyWords } from '../text/proxies';
import { Facts } from '../ui/facts';
import { Time } from '../ui/time';
import { sizeInWords, timeInWords } from './amounts';
import { useConnectionName, type Proxy } from './use-proxies';

const { detail: words, form } = proxyWords;

export function ProxyFacts({ proxy }: { readonly proxy: Proxy }) {
  const { path, connectionId, stripPrefix, timeoutMs, bodyLimitBytes, rateLimit, headers, updatedAt } = proxy;
  const nameOf = useConnectionName();
  return (
    <Facts
      facts={[
        [form.path, <Code key="path">{path}</Code>],
        [words.upstream, nameOf(connectionId)],
        [words.stripPrefix, stripPrefix ? words.stripped : words.kept],
        [words.timeout, timeInWords(timeoutMs)],
        [words.bodyLimit, sizeInWords(bodyLimitBytes)],
        [words.rateLimit, rateLimit === null ? words.noRateLimit : words.perMinute(rateLimit.perMinute)],
        [words.headersSet, <Lines key="set" lines={Object.entries(headers.add).map((entry) => entry.join(': '))} />],
        [words.headersLeftOut, <Lines key="out" lines={headers.remove} />],
        [words.changed, <Time key="at" at={updatedAt} />],
      ]}
    />
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return words.noHeaders;
  return (
    <Stack gap={4} align="flex-start">
      {lines.map((line) => (
        <Code key={line}>{line}</Code>
      ))}
    </Stack>
  );
}
