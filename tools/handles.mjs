// Every script that a build depends on is registered by the WordPress it is for: the newest supported, and the oldest.
import assert from 'node:assert/strict';
import { BUILDS, ensureBuild } from './build.mjs';
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
const used = [];
for ( const version of [ NEWEST, OLDEST ] ) {
	const site = await makeSite( { name: `bare-${ version }`, version, plugin: null } );
	const [ folder, ...missing ] = runInSite( site, inRoot( 'tools/handles.php' ), [ inRoot() ] ).trim().split( '\n' );
	used.push( folder );
	if ( missing.length ) {
		console.log(
			`Not registered by WordPress ${ site.version }, but needed in ${ folder }:\n${ missing.join( '\n' ) }`
		);
		process.exitCode = 1;
	} else {
		console.log( `WordPress ${ site.version }: all handles of ${ folder } are registered.` );
	}
}
assert.deepEqual( used, BUILDS, 'Each build is for one of them.' );
