import type { Dialect } from '../../src/platform/database/dialect.js';

/** Tables of the deployment that have a few rows however long it runs. Every other one grows. */
export const SMALL_TABLES: ReadonlySet<string> = new Set([
  'change_shards',
  'deployment_state',
  'keys',
  'leases',
  'schema_migrations',
  'site_locks',
  'sites',
]);

const OF_THE_DEPLOYMENT = 'an instance serves the gateway of every site: it wants to know of all of them';

/** Walks through a growing table that are meant to be, by method and table, with the reason. */
export const ALLOWED_WALKS: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  sqlite: {
    'ConnectionVersionsQuery.all: connections': OF_THE_DEPLOYMENT,
    'DeployedProxies.all: proxies': OF_THE_DEPLOYMENT,
  },
  mysql: {
    'ConnectionVersionsQuery.all: connections': OF_THE_DEPLOYMENT,
    'TokenOwnership.decommission: tokens':
      'to be written anew: the index is there, but MariaDB makes no join of a subquery in an UPDATE and asks it for each token',
  },
};

/** Methods of classes that can reach rows which send nothing themselves, with the reason. */
export const SILENT_METHODS: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  sqlite: { 'SiteRepository.lock': 'it has one writer at a time' },
  mysql: {},
};

export const SILENT_ANYWHERE: Readonly<Record<string, string>> = {
  'ApplicationRetention.cleanups: tokens': 'TokenRetention.remove and ApplicationRepository.forgetAccessTokens do it',
  'ChangeClock.follow': 'notes who is told',
  'ChangeClock.onApplicationBootstrap': 'begins to ask ahead of time, if there is a bound',
  'ChangeClock.onApplicationShutdown': 'ends that',
  'DeploymentVersion.subscribe': 'notes who is told',
  'DeploymentVersion.tell': 'tells them',
  'HealthService.answer': 'answers with the others',
  'HealthService.live': 'says that the process lives',
};
