import * as migration_20261124_144306_initial from './20261124_144306_initial';

export const migrations = [
  {
    up: migration_20261124_144306_initial.up,
    down: migration_20261124_144306_initial.down,
    name: '20261124_144306_initial'
  },
];
