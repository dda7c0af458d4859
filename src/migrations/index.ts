import * as migration_20261124_110738_initial from './20261124_110738_initial';

export const migrations = [
  {
    up: migration_20261124_110738_initial.up,
    down: migration_20261124_110738_initial.down,
    name: '20261124_110738_initial'
  },
];
