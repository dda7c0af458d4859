import * as migration_20261124_182111_initial from './20261124_182111_initial';

export const migrations = [
  {
    up: migration_20261124_182111_initial.up,
    down: migration_20261124_182111_initial.down,
    name: '20261124_182111_initial'
  },
];
