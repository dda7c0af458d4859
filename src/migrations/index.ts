import * as migration_20261124_110032_initial from './20261124_110032_initial';

export const migrations = [
  {
    up: migration_20261124_110032_initial.up,
    down: migration_20261124_110032_initial.down,
    name: '20261124_110032_initial'
  },
];
