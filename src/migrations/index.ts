import * as migration_20261124_143443_initial from './20261124_143443_initial';

export const migrations = [
  {
    up: migration_20261124_143443_initial.up,
    down: migration_20261124_143443_initial.down,
    name: '20261124_143443_initial'
  },
];
