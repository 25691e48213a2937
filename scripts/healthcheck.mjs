// The image's HEALTHCHECK: is this container's service ready? Health calls are answered on any transport and contain no details.
// So on loopback the certificate, which names the public host, isn't verified.
import { request as plain } from 'node:http';
import { request as tls } from 'node:https';

const { GATEHOUSE_TLS, GATEHOUSE_PORT = '8443' } = process.env;
const request = GATEHOUSE_TLS === 'off' ? plain : tls;

request(
  { host: '127.0.0.1', port: GATEHOUSE_PORT, path: '/health/ready', timeout: 2000, rejectUnauthorized: false },
  (answer) => process.exit(answer.statusCode === 200 ? 0 : 1),
)
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
  .end();
