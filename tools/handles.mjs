// Every script that build/*.asset.php depends on is registered by the oldest and the newest WordPress supported.
import { existsSync } from 'node:fs';
import { ensureBuild } from './build.mjs';
import { inRoot } from './paths.mjs';
import { hasPhp, runInSite } from './php.mjs';
import { LEFT_OUT } from './process.mjs';
import { makeSite } from './site.mjs';
import { NEWEST, OLDEST } from './wordpress.mjs';

if ( ! hasPhp( 'pdo_sqlite' ) ) {
	console.log( 'Left out: PHP 8.1 or newer with pdo_sqlite is missing.' );
	process.exit( LEFT_OUT );
}
ensureBuild();
if ( ! existsSync( inRoot( 'build/index.asset.php' ) ) ) {
	throw new Error( 'build/index.asset.php is missing.' );
}
for ( const version of [ OLDEST, NEWEST ] ) {
	const site = await makeSite( { name: `bare-${ version }`, version, plugin: null } );
	const missing = runInSite( site, inRoot( 'tools/handles.php' ), [ inRoot( 'build' ) ] ).trim();
	if ( missing ) {
		console.log( `Not registered by WordPress ${ site.version }:\n${ missing }` );
		process.exitCode = 1;
	} else {
		console.log( `WordPress ${ site.version }: all handles are registered.` );
	}
}
