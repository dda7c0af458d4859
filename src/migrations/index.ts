import * as migration_20261124_111125_initial from './20261124_111125_initial';

export const migrations = [
  {
    up: migration_20261124_111125_initial.up,
    down: migration_20261124_111125_initial.down,
    name: '20261124_111125_initial'
  },
];
