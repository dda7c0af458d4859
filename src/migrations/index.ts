import * as migration_20261124_113858_initial from './20261124_113858_initial';

export const migrations = [
  {
    up: migration_20261124_113858_initial.up,
    down: migration_20261124_113858_initial.down,
    name: '20261124_113858_initial'
  },
];
