import * as migration_20261124_182457_initial from './20261124_182457_initial';

export const migrations = [
  {
    up: migration_20261124_182457_initial.up,
    down: migration_20261124_182457_initial.down,
    name: '20261124_182457_initial'
  },
];
