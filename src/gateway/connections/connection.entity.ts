import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn, TimeColumn } from '../../platform/database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** How an upstream of a site is reached: its address, whom to trust there, and what to show it. */
@Entity('connections')
@Index('uq_connections_site_id_name', ['siteId', 'name'], { unique: true })
@Index('ix_connections_site_id_id', ['siteId', 'id'])
@Index('ix_connections_credential_id', ['credentialId'])
@Index('ix_connections_ca_certificate_id', ['caCertificateId'])
@Index('ix_connections_client_certificate_id', ['clientCertificateId'])
export class Connection {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_connections_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @TextColumn(200)
  name: string;

  /** http or https, without user info, query or fragment, and without a trailing slash. */
  @TextColumn(2000)
  baseUrl: string;

  @ForeignKey('Credential', { name: 'fk_connections_credential_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn({ nullable: true })
  credentialId: string | null;

  @ForeignKey('Certificate', { name: 'fk_connections_ca_certificate_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn({ nullable: true })
  caCertificateId: string | null;

  @ForeignKey('Certificate', {
    name: 'fk_connections_client_certificate_id',
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  })
  @IdColumn({ nullable: true })
  clientCertificateId: string | null;

  /** Counts changes, so that whatever was built from the row notices each one. */
  @IntegerColumn()
  version: number;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
