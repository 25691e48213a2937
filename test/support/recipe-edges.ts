import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_LOG, type EdgePlace } from './edge-proxy.js';
import { RecipeDocument } from './recipe-document.js';
import type { EdgeRecipe } from './recipe-stage.js';

/** The names that all recipes use for what is different on every machine. */
function commonNames(place: EdgePlace): Record<string, string> {
  return {
    '127.0.0.1:8443': `127.0.0.1:${place.gatehousePort}`,
    '127.0.0.1:9000': `127.0.0.1:${place.apiPort}`,
    '/etc/gatehouse/tls.crt': place.gatehouseCertificate,
  };
}

/** Debian's nginx.conf includes conf.d within `http`, as this one does. */
export function nginxRecipe(program: string): EdgeRecipe {
  return (place) => {
    const site = RecipeDocument.read('nginx.md').configuration('/etc/nginx/conf.d/orders.conf', {
      ...commonNames(place),
      'listen 443 ssl': `listen 127.0.0.1:${place.port} ssl`,
      'orders.example.com;': 'localhost;',
      '/etc/ssl/orders.example.com.crt': place.certFile,
      '/etc/ssl/orders.example.com.key': place.keyFile,
    });
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(place.folder, name)};`,
    );
    const main = `
      daemon off;
      pid ${join(place.folder, 'nginx.pid')};
      error_log stderr;
      worker_processes 1;
      events {}
      http {
        access_log off;
        ${folders.join('\n')}
        include ${place.write('orders.conf', site)};
      }`;
    return { program, args: ['-p', place.folder, '-e', 'stderr', '-c', place.write('nginx.conf', main)] };
  };
}

export function caddyRecipe(program: string): EdgeRecipe {
  return (place) => {
    const file = RecipeDocument.read('caddy.md').configuration('/etc/caddy/Caddyfile', {
      ...commonNames(place),
      'orders.example.com {': `https://localhost:${place.port} {\n\tbind 127.0.0.1`,
      '/etc/ssl/orders.example.com.crt': place.certFile,
      '/etc/ssl/orders.example.com.key': place.keyFile,
      '/run/caddy/admin.sock': join(place.folder, 'admin.sock'),
    });
    return {
      program,
      args: ['run', '--adapter', 'caddyfile', '--config', place.write('Caddyfile', file)],
      environment: { XDG_DATA_HOME: place.folder, XDG_CONFIG_HOME: place.folder },
    };
  };
}

export function haproxyRecipe(program: string): EdgeRecipe {
  return (place) => {
    const page = RecipeDocument.read('haproxy.md');
    const relay = { '127.0.0.1:8444': `127.0.0.1:${place.otherPort}` };
    const script = page.configuration('/etc/haproxy/gatehouse.lua', relay);
    const pem = [place.certFile, place.keyFile].map((file) => readFileSync(file, 'utf8').trim()).join('\n');
    const configuration = page.configuration('/etc/haproxy/haproxy.cfg', {
      ...commonNames(place),
      ...relay,
      'bind :443 ': `bind 127.0.0.1:${place.port} `,
      '/etc/ssl/orders.example.com.pem': place.write('edge.pem', `${pem}\n`),
      '/etc/haproxy/gatehouse.lua': place.write('gatehouse.lua', script),
    });
    return { program, args: ['-db', '-f', place.write('haproxy.cfg', configuration)] };
  };
}

const APACHE_MODULES = '/usr/lib/apache2/modules';
export const OAUTH2_MODULE = join(APACHE_MODULES, 'mod_oauth2.so');

/** Debian's apache2.conf: the modules that the page enables, those it depends on, and a server that stays in front. */
export function apacheRecipe(program: string): EdgeRecipe {
  return (place) => {
    const page = RecipeDocument.read('apache.md');
    const site = page.configuration('/etc/apache2/sites-available/orders.conf', {
      'https://localhost:8443': `https://localhost:${place.gatehousePort}`,
      '127.0.0.1:9000': `127.0.0.1:${place.apiPort}`,
      '/etc/gatehouse/tls.crt': place.gatehouseCertificate,
      '127.0.0.1:8444': `127.0.0.1:${place.otherPort}`,
      '*:443': `127.0.0.1:${place.port}`,
      'orders.example.com\n': 'localhost\n',
      '/etc/ssl/orders.example.com.crt': place.certFile,
      '/etc/ssl/orders.example.com.key': place.keyFile,
      CLIENT_ID: place.client.id,
      CLIENT_SECRET: place.client.secret,
    });
    const [, enabled = ''] = /^a2enmod (.+)$/m.exec(page.text) ?? [];
    const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'socache_shmcb', ...enabled.split(' ')];
    const main = [
      `ServerRoot ${place.folder}`,
      ...modules.map((name) => `LoadModule ${name}_module ${join(APACHE_MODULES, `mod_${name}.so`)}`),
      'ServerName localhost',
      `PidFile ${join(place.folder, 'apache.pid')}`,
      `DefaultRuntimeDir ${place.folder}`,
      `ErrorLog ${join(place.folder, ERROR_LOG)}`,
      'StartServers 1',
      `Listen 127.0.0.1:${place.port}`,
      `Include ${place.write('orders.conf', site)}`,
    ].join('\n');
    return { program, args: ['-D', 'FOREGROUND', '-f', place.write('apache.conf', `${main}\n`)] };
  };
}
