// The release archive works: unpacked into a clean WordPress, activated, its screen opened by an administrator.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS, ensureBuild } from './build.mjs';
import { servePhp } from './php-server.mjs';
import { hasPhp } from './php.mjs';
import { exitOnSignals, freePort, LEFT_OUT } from './process.mjs';
import { makeSite, prepare, removeSite, SLUG } from './site.mjs';
import { visitor } from './visitor.mjs';
import { ZIP, makeZip } from './zip.mjs';
import { unzip } from './zip-file.mjs';

exitOnSignals();
if ( ! hasPhp( 'pdo_sqlite' ) ) {
	console.log( 'Left out: PHP 8.1 or newer with pdo_sqlite is missing.' );
	process.exit( LEFT_OUT );
}
ensureBuild();
const names = makeZip();
const foreign = names.filter( ( name ) =>
	/\.(map|ts|tsx|scss|mjs|zip|phar)$|\/(tests|tools|node_modules|vendor|src)\/|\/\./.test( name )
);
assert.deepEqual( foreign, [], 'The archive holds development files.' );
for ( const folder of BUILDS ) {
	assert.ok( names.includes( `${ SLUG }/${ folder }/index.js` ), `The archive holds ${ folder }.` );
}

const url = `http://127.0.0.1:${ await freePort() }`;
const site = await makeSite( { name: `zip-${ process.pid }`, url, plugin: null } );
process.once( 'exit', () => removeSite( site ) );
unzip( ZIP, join( site.tree, 'wp-content/plugins' ) );
prepare( site );
const server = await servePhp( site );

const admin = visitor( url );
await admin.signIn( 'admin', 'admin' );
const { status, body } = await admin.get( '/wp-admin/admin.php?page=carnet' );
assert.equal( status, 200 );
assert.match( body, /<div[^>]* id="carnet[^"]*"/, 'The screen has the element that the program fills.' );
const links = [ ...body.matchAll( /(?:src|href)=['"]([^'"]*\/plugins\/carnet-crm\/[^'"]*)/g ) ].map( ( [ , link ] ) =>
	link.replaceAll( '&#038;', '&' )
);
assert.ok(
	links.some( ( link ) => link.includes( '/build/index.js' ) ),
	'The screen loads the program.'
);
assert.match(
	body,
	/<link rel='preload' href='[^']*\/build\/dashboard\.js\?ver=\w+' as='script'>/,
	'Its part is loaded ahead.'
);
for ( const link of links ) {
	const { status: found } = await admin.get( link );
	assert.equal( found, 200, link );
}
assert.equal( existsSync( site.log ) ? readFileSync( site.log, 'utf8' ) : '', '', 'The PHP log is empty.' );
await server.stop();
console.log(
	`${ names.length } files; installed on WordPress ${ site.version }, screen and ${ links.length } linked files answer.`
);
process.exit( 0 );
