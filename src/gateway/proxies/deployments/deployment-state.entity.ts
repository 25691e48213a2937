import { Entity } from 'typeorm';
import { IntegerColumn, WordColumn } from '../../../platform/database/columns.js';

/** One row that counts deployments and undeployments, so that every instance notices each one. */
@Entity('deployment_state')
export class DeploymentState {
  @WordColumn(16, { primary: true })
  id: string;

  @IntegerColumn()
  version: number;
}
