import * as migration_20261124_122832_initial from './20261124_122832_initial';

export const migrations = [
  {
    up: migration_20261124_122832_initial.up,
    down: migration_20261124_122832_initial.down,
    name: '20261124_122832_initial'
  },
];
