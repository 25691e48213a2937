import { Entity } from 'typeorm';
import { IntegerColumn, WordColumn } from '../database/columns.js';

/** One row: how often anything was deployed or undeployed, so that every instance notices when it was. */
@Entity('deployment_state')
export class DeploymentState {
  @WordColumn(16, { primary: true })
  id: string;

  @IntegerColumn()
  version: number;
}
