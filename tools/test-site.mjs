// A site that lives as long as a test run, on the engine of the run, with a MariaDB of its own.
import { hasMariaDb, startMariaDb } from './mariadb.mjs';
import { hasPhp } from './php.mjs';
import { makeSite, removeSite } from './site.mjs';

export const ENGINES = [ 'sqlite', 'mysql' ];

/** Whether this machine can run an engine: null, or what is missing. */
export function missingFor( engine ) {
	if ( engine === 'sqlite' ) {
		return hasPhp( 'pdo_sqlite' ) ? null : 'PHP 8.1 or newer with pdo_sqlite';
	}
	return hasPhp( 'mysqli' ) && hasMariaDb() ? null : 'PHP 8.1 or newer with mysqli, and a MariaDB server';
}

/** As makeSite(), with `close()`. */
export async function makeTestSite( { engine, ...more } ) {
	const database = engine === 'mysql' ? await startMariaDb() : null;
	database?.query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
	const site = await makeSite( { engine, socket: database?.socket, ...more } );
	const remove = () => removeSite( site );
	process.once( 'exit', remove );
	const close = async () => {
		process.removeListener( 'exit', remove );
		remove();
		await database?.stop();
	};
	return { ...site, close };
}
