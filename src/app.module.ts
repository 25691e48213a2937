import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule, type ConfigParts } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { HttpModule } from './http/http.module.js';

/** The whole service; the only file that imports every module. */
@Module({})
export class AppModule {
  static register(settings: Settings, parts: ConfigParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.register(settings, parts), DatabaseModule, HttpModule],
    };
  }
}
