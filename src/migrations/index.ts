import * as migration_20261124_014600_initial from './20261124_014600_initial';

export const migrations = [
  {
    up: migration_20261124_014600_initial.up,
    down: migration_20261124_014600_initial.down,
    name: '20261124_014600_initial'
  },
];
