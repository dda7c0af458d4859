import * as migration_20261124_102822_initial from './20261124_102822_initial';

export const migrations = [
  {
    up: migration_20261124_102822_initial.up,
    down: migration_20261124_102822_initial.down,
    name: '20261124_102822_initial'
  },
];
