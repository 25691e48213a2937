// Owns proxies: which part of an upstream's API is open to whom, as it is edited and as it was deployed.
// Leaves to others: how the upstream is reached (connections), and serving deployed proxies (gateway).
import { Module } from '@nestjs/common';
import { RolesModule } from '../../directory/roles/roles.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ProjectsModule } from '../projects/projects.module.js';
import { ProjectProxiesController } from './project-proxies.controller.js';
import { ProxiesController } from './proxies.controller.js';
import { ProxyAdministration } from './administration/proxy-administration.js';
import { ProxyFactory } from './administration/proxy-factory.js';
import { DocumentThreads } from './import/document-reading.js';
import { ProxyImport } from './import/proxy-import.js';
import { ProxyListing } from './administration/proxy-listing.js';
import { ProxyRows } from './administration/proxy-rows.js';
import { ProxyDeletion } from './administration/proxy-deletion.js';
import { ProxyDeployment } from './deployments/proxy-deployment.js';
import { DeployedProxies } from './deployed-proxies.js';
import { DeploymentVersion } from './deployment-version.js';
import { DeploymentWriting } from './deployments/deployment-writing.js';
import { DeploymentsController } from './deployments/deployments.controller.js';
import { RevisionListing } from './deployments/revision-listing.js';
import { RevisionRepository } from './deployments/revision.repository.js';
import { RuleTestController } from './rules/rule-test.controller.js';
import { ServedRevisions } from './deployments/served-revisions.js';
import { ProxyRepository } from './proxy.repository.js';
import { ProxyWriting } from './administration/proxy-writing.js';

@Module({
  imports: [ConnectionsModule, ProjectsModule, RolesModule],
  controllers: [DeploymentsController, ProjectProxiesController, ProxiesController, RuleTestController],
  providers: [
    DeployedProxies,
    DeploymentVersion,
    DeploymentWriting,
    DocumentThreads,
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
  exports: [DeployedProxies, DeploymentVersion],
})
export class ProxiesModule {}
