import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds this package's `package.json`, for the sources and for what is built from them. */
export const packageRoot: string = folderWith('package.json', dirname(fileURLToPath(import.meta.url)));

function folderWith(file: string, folder: string): string {
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, file)) ? folder : folderWith(file, parent);
}
