/** How a program gets a token with this client, in four ways. */
export interface Client {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export function curlSnippet({ tokenUrl, clientId, clientSecret }: Client): string {
  return `curl ${tokenUrl} \\
  -u '${clientId}:${clientSecret}' \\
  -d grant_type=client_credentials`;
}

export function nodeSnippet({ tokenUrl, clientId, clientSecret }: Client): string {
  return `const credentials = Buffer.from('${clientId}:${clientSecret}').toString('base64');
const answer = await fetch('${tokenUrl}', {
  method: 'POST',
  headers: { authorization: \`Basic \${credentials}\` },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
});
const { access_token } = await answer.json();`;
}

export function pythonSnippet({ tokenUrl, clientId, clientSecret }: Client): string {
  return `import requests

answer = requests.post(
    "${tokenUrl}",
    auth=("${clientId}", "${clientSecret}"),
    data={"grant_type": "client_credentials"},
)
answer.raise_for_status()
access_token = answer.json()["access_token"]`;
}

/** A collection of the form 2.1 whose requests fetch their token by themselves. */
export function postmanCollection({ tokenUrl, clientId, clientSecret }: Client, api: string): string {
  const settings = {
    accessTokenUrl: tokenUrl,
    clientId,
    clientSecret,
    grant_type: 'client_credentials',
    client_authentication: 'header',
    addTokenTo: 'header',
  };
  const oauth2 = Object.entries(settings).map(([key, value]) => ({ key, value, type: 'string' }));
  const collection = {
    info: { name: 'Gatehouse', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    auth: { type: 'oauth2', oauth2 },
    item: [{ name: 'Who am I', request: { method: 'GET', url: `${api}/auth/me` } }],
  };
  return JSON.stringify(collection, null, 2);
}
