// Where things are. Everything a tool makes goes below .cache or dist, both git-ignored.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname( dirname( fileURLToPath( import.meta.url ) ) );
export const cache = join( root, '.cache' );
export const inRoot = ( ...parts ) => join( root, ...parts );
export const inCache = ( ...parts ) => join( cache, ...parts );
