// One WordPress site: a copy of a pristine tree with its own configuration, database and log, the plugin linked in.
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { addLanguage } from './languages.mjs';
import { root, inCache, inRoot } from './paths.mjs';
import { runInSite } from './php.mjs';
import { isAlive } from './process.mjs';
import { addSqlite } from './sqlite.mjs';
import { versionOf, wordpress } from './wordpress.mjs';

export const SLUG = 'carnet-crm';

/**
 * Makes (or finds) the files of a site below .cache/sites:
 *   wordpress/ the tree that is served; database/ the SQLite file; debug.log every PHP message.
 * engine: sqlite | mysql; socket and database name are for mysql.
 * plugin: folder to link in, null for none; CARNET_PLUGIN names another one than this checkout (an unpacked release).
 */
export async function makeSite( {
	name,
	version,
	engine = 'sqlite',
	url = 'http://127.0.0.1',
	database = 'wordpress',
	socket = '',
	plugin = process.env.CARNET_PLUGIN ?? root,
	multisite = false,
	locale = '',
	constants = {},
} ) {
	sweep();
	const folder = inCache( 'sites', name );
	const tree = join( folder, 'wordpress' );
	const source = await wordpress( version );
	if ( versionOf( tree ) !== versionOf( source ) ) {
		rmSync( tree, { recursive: true, force: true } );
		linkTree( source, tree );
		mkdirSync( join( folder, 'database' ), { recursive: true } );
		for ( const part of [ 'plugins', 'mu-plugins', 'languages', 'uploads' ] ) {
			mkdirSync( join( tree, 'wp-content', part ), { recursive: true } );
		}
		copyFileSync( inRoot( 'tools/site/offline.php' ), join( tree, 'wp-content/mu-plugins/offline.php' ) );
		if ( engine === 'sqlite' ) {
			addSqlite( tree );
		}
	}
	if ( locale ) {
		await addLanguage( tree, locale );
	}
	const link = join( tree, 'wp-content/plugins', SLUG );
	if ( plugin && ! existsSync( link ) ) {
		symlinkSync( plugin, link, 'dir' );
	}
	const site = { name, folder, tree, url, engine, log: join( folder, 'debug.log' ), version: versionOf( tree ) };
	const settings = { ...site, database, socket, constants };
	writeConfig( settings, false );
	if ( ! existsSync( join( folder, 'installed' ) ) ) {
		install( site, multisite, locale );
		writeFileSync( join( folder, 'installed' ), `${ site.version }\n` );
	}
	if ( multisite ) {
		writeConfig( settings, true );
	}
	return site;
}

/** The second script runs in a process of its own: it needs a WordPress that is installed. */
function install( site, multisite, locale ) {
	runInSite( site, inRoot( 'tools/site/install.php' ), multisite ? [ '--network' ] : [], {
		env: { WP_INSTALLING: '1' },
	} );
	prepare( site, locale );
}

/** Activates the plugin, makes one user for each role, sets the language; again at any time. */
export function prepare( site, locale ) {
	runInSite( site, inRoot( 'tools/site/prepare.php' ), locale ? [ `--locale=${ locale }` ] : [] );
}

export function removeSite( site ) {
	rmSync( site.folder, { recursive: true, force: true } );
}

/** Sites of test runs that were killed: their names end in the number of a process that is no more. */
function sweep() {
	mkdirSync( inCache( 'sites' ), { recursive: true } );
	for ( const name of readdirSync( inCache( 'sites' ) ) ) {
		const [ , pid ] = /^(?:php|e2e|zip|generate|bench)-(?:.*-)?(\d+)$/.exec( name ) ?? [];
		if ( pid && ! isAlive( Number( pid ) ) ) {
			rmSync( inCache( 'sites', name ), { recursive: true, force: true } );
		}
	}
}

/** Hard links where the file system allows them: 3,000 files in a tenth of a second and no space. Sites never edit core files. */
function linkTree( from, to ) {
	mkdirSync( to, { recursive: true } );
	for ( const entry of readdirSync( from, { withFileTypes: true } ) ) {
		const [ source, target ] = [ join( from, entry.name ), join( to, entry.name ) ];
		if ( entry.isDirectory() ) {
			linkTree( source, target );
			continue;
		}
		try {
			linkSync( source, target );
		} catch {
			copyFileSync( source, target );
		}
	}
}

function writeConfig( { folder, tree, url, engine, database, socket, log, constants }, network ) {
	const host = new URL( url ).host;
	const all = {
		DB_NAME: database,
		DB_USER: 'root',
		DB_PASSWORD: '',
		DB_HOST: engine === 'mysql' ? `localhost:${ socket }` : '',
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		...( engine === 'sqlite'
			? { DB_DIR: join( folder, 'database' ), DB_FILE: 'site.sqlite', DB_ENGINE: 'sqlite' }
			: {} ),
		...( network
			? {
					MULTISITE: true,
					SUBDOMAIN_INSTALL: false,
					DOMAIN_CURRENT_SITE: host,
					PATH_CURRENT_SITE: '/',
					SITE_ID_CURRENT_SITE: 1,
					BLOG_ID_CURRENT_SITE: 1,
				}
			: { WP_HOME: url, WP_SITEURL: url } ),
		WP_DEBUG: true,
		WP_DEBUG_LOG: log,
		WP_DEBUG_DISPLAY: false,
		SCRIPT_DEBUG: false,
		WP_ENVIRONMENT_TYPE: 'local',
		WP_HTTP_BLOCK_EXTERNAL: true,
		DISABLE_WP_CRON: true,
		DISALLOW_FILE_MODS: true,
		AUTOMATIC_UPDATER_DISABLED: true,
		WP_POST_REVISIONS: 0,
		...keys( folder ),
		...constants,
	};
	const quoted = ( value ) =>
		typeof value === 'string' ? `'${ value.replace( /[\\']/g, '\\$&' ) }'` : String( value );
	const lines = Object.entries( all ).map( ( [ name, value ] ) => `define( '${ name }', ${ quoted( value ) } );` );
	const php = [
		'<?php',
		'// Written by tools/site.mjs at each start.',
		...lines,
		"$table_prefix = 'wp_';",
		"if ( ! defined( 'ABSPATH' ) ) {",
		"\tdefine( 'ABSPATH', __DIR__ . '/' );",
		'}',
		"require_once ABSPATH . 'wp-settings.php';",
		'',
	].join( '\n' );
	// A new file, not an edit: the old one may be a hard link.
	rmSync( join( tree, 'wp-config.php' ), { force: true } );
	writeFileSync( join( tree, 'wp-config.php' ), php );
}

/** Salts are made once per site: sign-ins survive a restart. */
function keys( folder ) {
	const file = join( folder, 'keys.json' );
	if ( ! existsSync( file ) ) {
		const names = [ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ].flatMap( ( name ) => [
			`${ name }_KEY`,
			`${ name }_SALT`,
		] );
		const made = Object.fromEntries( names.map( ( name ) => [ name, randomBytes( 32 ).toString( 'hex' ) ] ) );
		writeFileSync( file, JSON.stringify( made, null, '\t' ) );
	}
	return JSON.parse( readFileSync( file, 'utf8' ) );
}
