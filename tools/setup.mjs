// Installs what the other tools need: npm packages, Composer packages, and on Debian as root the system's own.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { hasPhp, lookAgain } from './php.mjs';
import { LEFT_OUT, run, which } from './process.mjs';

/** npm ci, when node_modules is not what package-lock.json says. */
export function ensureNodeModules() {
	if ( isUpToDate( 'package-lock.json', 'node_modules' ) ) {
		return;
	}
	console.log( 'Installing npm packages (a few minutes the first time) ...' );
	// The tests use the browser of the system; elsewhere Playwright's own is asked for by name.
	run( 'npm', [ 'ci', '--no-audit', '--no-fund', '--loglevel=error' ], {
		env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
	} );
	remember( 'package-lock.json', 'node_modules' );
}

/** composer install, when vendor is not what composer.json says. Only the PHP checks need it; without Composer they are left out. */
export function ensureComposer() {
	if ( isUpToDate( 'composer.json', 'vendor' ) ) {
		return;
	}
	const composer = which( 'composer' );
	if ( ! composer ) {
		console.log( 'Left out: Composer is missing (https://getcomposer.org/download/).' );
		process.exit( LEFT_OUT );
	}
	console.log( 'Installing Composer packages ...' );
	run( composer, [
		existsSync( inRoot( 'vendor' ) ) ? 'update' : 'install',
		'--no-interaction',
		'--no-progress',
		'--quiet',
	] );
	remember( 'composer.json', 'vendor' );
}

// The folder keeps a mark of the list it was installed from, so a changed list installs again and a deleted folder too.
const markOf = ( folder ) => inRoot( folder, '.carnet-installed' );
const hashOf = ( list ) =>
	createHash( 'sha256' )
		.update( readFileSync( inRoot( list ) ) )
		.digest( 'hex' );
const isUpToDate = ( list, folder ) =>
	existsSync( markOf( folder ) ) && readFileSync( markOf( folder ), 'utf8' ) === hashOf( list );
const remember = ( list, folder ) => writeFileSync( markOf( folder ), hashOf( list ) );

// What the whole suite needs on Debian and Ubuntu, and how to see that it is there.
const SYSTEM = [
	{ packages: [ 'php-cli', 'php-xml', 'php-mbstring' ], present: () => hasPhp( 'dom', 'mbstring' ) },
	{ packages: [ 'php-mysql' ], present: () => hasPhp( 'mysqli' ) },
	{ packages: [ 'php-sqlite3' ], present: () => hasPhp( 'pdo_sqlite' ) },
	{ packages: [ 'php-curl' ], present: () => hasPhp( 'curl' ) },
	{ packages: [ 'php-gd' ], present: () => hasPhp( 'gd' ) },
	{ packages: [ 'php-zip' ], present: () => hasPhp( 'zip' ) },
	{ packages: [ 'mariadb-server' ], present: () => which( 'mariadbd' ) },
	{ packages: [ 'composer' ], present: () => which( 'composer' ) },
	{ packages: [ 'chromium' ], present: () => which( 'chromium', 'chromium-browser', 'google-chrome' ) },
];

// Chromium without windows: the browser tests take two thirds of the time. Not every distribution has it.
const SHELL = 'chromium-headless-shell';

/** As root on Debian: installs the system packages that are missing. Elsewhere it only names them. */
export function ensureSystem() {
	const missing = SYSTEM.filter( ( { present } ) => ! present() ).flatMap( ( { packages } ) => packages );
	const canInstall = process.getuid?.() === 0 && which( 'apt-get' );
	if ( ! canInstall && missing.length ) {
		console.log(
			`Missing for the whole suite: ${ missing.join( ', ' ) } (Debian's names). What needs them is left out.`
		);
	}
	if ( ! canInstall || ( ! missing.length && which( SHELL ) ) ) {
		return;
	}
	console.log( `Installing ${ [ ...missing, SHELL ].join( ', ' ) } ...` );
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const install = ( ...packages ) =>
		run( 'apt-get', [ 'install', '-y', '-qq', '--no-install-recommends', ...packages ], {
			env,
			stdio: [ 'ignore', 'ignore', 'inherit' ],
		} );
	const update = () => run( 'apt-get', [ 'update', '-qq' ], { env } );
	if ( missing.length ) {
		update();
		install( ...missing );
		lookAgain();
	}
	try {
		update();
		install( SHELL );
	} catch {
		console.log( `${ SHELL } cannot be had here: the tests use Chromium itself.` );
	}
}
