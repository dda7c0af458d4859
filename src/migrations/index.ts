import * as migration_20261124_145246_initial from './20261124_145246_initial';

export const migrations = [
  {
    up: migration_20261124_145246_initial.up,
    down: migration_20261124_145246_initial.down,
    name: '20261124_145246_initial'
  },
];
