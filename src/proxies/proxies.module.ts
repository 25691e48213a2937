// Owns proxies: what of an upstream's API is open to whom, as it is edited and as it was deployed.
// Leaves to others: how the upstream is reached (connections), and serving what is deployed (gateway).
import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ProjectsModule } from '../projects/projects.module.js';
import { ProjectProxiesController } from './project-proxies.controller.js';
import { ProxiesController } from './proxies.controller.js';
import { ProxyAdministration } from './proxy-administration.js';
import { ProxyFactory } from './proxy-factory.js';
import { ProxyImport } from './proxy-import.js';
import { ProxyListing } from './proxy-listing.js';
import { ProxyRows } from './proxy-rows.js';
import { ProxyDeletion } from './proxy-deletion.js';
import { ProxyDeployment } from './proxy-deployment.js';
import { DeployedProxies } from './deployed-proxies.js';
import { DeploymentNews } from './deployment-news.js';
import { DeploymentWriting } from './deployment-writing.js';
import { DeploymentsController } from './deployments.controller.js';
import { RevisionListing } from './revision-listing.js';
import { RevisionRepository } from './revision.repository.js';
import { RuleTestController } from './rule-test.controller.js';
import { ServedRevisions } from './served-revisions.js';
import { ProxyRepository } from './proxy.repository.js';
import { ProxyWriting } from './proxy-writing.js';

@Module({
  imports: [ConnectionsModule, ProjectsModule],
  controllers: [DeploymentsController, ProjectProxiesController, ProxiesController, RuleTestController],
  providers: [
    DeployedProxies,
    DeploymentNews,
    DeploymentWriting,
    ProxyDeletion,
    ProxyDeployment,
    RevisionListing,
    RevisionRepository,
    ServedRevisions,
    ProxyAdministration,
    ProxyFactory,
    ProxyImport,
    ProxyListing,
    ProxyRows,
    ProxyRepository,
    ProxyWriting,
  ],
  exports: [DeployedProxies, DeploymentNews],
})
export class ProxiesModule {}
