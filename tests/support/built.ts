import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
