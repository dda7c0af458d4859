import * as migration_20261124_143243_initial from './20261124_143243_initial';

export const migrations = [
  {
    up: migration_20261124_143243_initial.up,
    down: migration_20261124_143243_initial.down,
    name: '20261124_143243_initial'
  },
];
