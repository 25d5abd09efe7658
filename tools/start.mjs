// npm start: the CRM on an embedded WordPress with demo data, kept between runs.
//   npm start -- --reset                  begins again with an empty site
//   npm start -- --port=9401              another port, with a site of its own
//   npm start -- --runtime=playground     WordPress on WebAssembly, as on a machine without PHP
//   npm start -- --locale=fr_FR           in French
//   npm start -- --no-build               leaves the builds as they are, for example beside npm run dev
//   npm start -- --wp=6.8                 on the oldest WordPress supported
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { inCache, inRoot } from './paths.mjs';
import { servePhp } from './php-server.mjs';
import { hasPhp, php, runInSite } from './php.mjs';
import { servePlayground } from './playground.mjs';
import { fail, isPortFree, options } from './process.mjs';
import { ensureNodeModules } from './setup.mjs';
import { makeSite, prepare } from './site.mjs';
import { NEWEST, versionOf } from './wordpress.mjs';

process.on( 'uncaughtException', ( error ) => fail( error.message ) );

const DEMO = 'tools/demo/load.php';
const given = options();
const port = Number( given.port ?? 9400 );
const url = `http://127.0.0.1:${ port }`;
const version = given.wp ?? NEWEST;
const locale = given.locale ?? '';
const runtime = given.runtime ?? ( hasPhp( 'pdo_sqlite' ) ? 'php' : 'playground' );

if ( ! Number.isInteger( port ) || port < 1 || port > 65535 ) {
	fail( '--port is a number from 1 to 65535.' );
}
if ( ! [ 'php', 'playground' ].includes( runtime ) ) {
	fail( '--runtime is php or playground.' );
}
if ( runtime === 'php' && ! hasPhp( 'pdo_sqlite' ) ) {
	fail( 'This machine has no PHP 8.1 with pdo_sqlite. Leave --runtime out to run on WebAssembly instead.' );
}
if ( ! ( await isPortFree( port ) ) ) {
	fail(
		`Port ${ port } is taken, perhaps by another npm start. Choose another one: npm start -- --port=${ port + 1 }`
	);
}

const started = Date.now();
ensureNodeModules();
if ( ! given[ 'no-build' ] ) {
	ensureBuild();
}

// A site belongs to a port and a runtime: two instances never share a database.
const name = [ 'start', runtime, version, port ].join( '-' );
if ( given.reset ) {
	rmSync( inCache( 'sites', name ), { recursive: true, force: true } );
}
const site = runtime === 'php' ? await onPhp() : await onPlayground();

let ending = false;
for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] ) {
	process.on( signal, async () => {
		if ( ! ending ) {
			ending = true;
			console.log( '\nStopping ...' );
			await site.stop();
			process.exit( 0 );
		}
	} );
}
site.exited.then( () => ending || fail( 'The server has ended by itself.' ) );

console.log( `
Carnet CRM on WordPress ${ versionOf( site.tree ) } (${ runtime === 'php' ? `PHP ${ php().version }, SQLite` : 'WebAssembly' }), ready in ${ Math.round( ( Date.now() - started ) / 1000 ) } s

  ${ url }/wp-admin/admin.php?page=carnet

  administrator   admin    password admin
  editor          editor   password editor
  sales agent     agent    password agent

  PHP messages: ${ site.log }
  Ctrl+C stops it; the data stays until npm start -- --reset
` );

async function onPhp() {
	const made = await makeSite( { name, version, url, locale, constants: { DISABLE_WP_CRON: false } } );
	// Also for a site of an earlier run: the plugin may have new roles, the language may be another one.
	prepare( made, locale );
	if ( isDemoDue() ) {
		console.log( 'Loading demo data ...' );
		runInSite( made, inRoot( DEMO ), [], { show: true } );
		demoIsLoaded();
	}
	const server = await servePhp( made );
	return { ...made, stop: server.stop, exited: server.exited };
}

async function onPlayground() {
	console.log( 'Starting WordPress on WebAssembly, which takes up to a minute ...' );
	const demo = isDemoDue() ? DEMO : null;
	const served = await servePlayground( { name, version, url, demo, locale } );
	if ( demo ) {
		demoIsLoaded();
	}
	return served;
}

function isDemoDue() {
	return existsSync( inRoot( DEMO ) ) && ! existsSync( join( inCache( 'sites', name ), 'demo' ) );
}

function demoIsLoaded() {
	writeFileSync( join( inCache( 'sites', name ), 'demo' ), '' );
}
