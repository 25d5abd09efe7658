// WordPress out of Debian's packages, for machines that reach a Debian mirror but not wordpress.org.
// A private apt configuration is used: the machine's own sources and package lists stay as they are.
import { cpSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { capture, which } from './process.mjs';

// Release of Debian that carries each version.
const SUITES = { 7.1: 'sid', 6.8: 'trixie' };
// What the wordpress package links to instead of carrying it.
const PACKAGES = [
	'wordpress',
	'wordpress-theme-twentytwentyfive',
	'libjs-cropper',
	'libjs-jquery-ui',
	'libjs-lodash',
	'libjs-underscore',
	'libphp-phpmailer',
	'php-getid3',
];

export const canUseDebian = ( version ) => Boolean( SUITES[ version ] && which( 'apt-get' ) && which( 'dpkg' ) );

/** Puts a complete WordPress tree into `target`. */
export function fetchFromDebian( version, target, work ) {
	const tree = unpack( SUITES[ version ], PACKAGES, work );
	pointLinksInside( tree );
	const wordpress = join( tree, 'usr/share/wordpress' );
	for ( const file of [ '.htaccess', 'wp-config.php' ] ) {
		rmSync( join( wordpress, file ), { force: true } );
	}
	cpSync( wordpress, target, { recursive: true, dereference: true } );
}

/** Puts core's translations into `target`: <locale>.mo, admin-<locale>.mo and so on, for all locales. */
export function fetchLanguagesFromDebian( version, target, work ) {
	const tree = unpack( SUITES[ version ], [ 'wordpress-l10n' ], work );
	cpSync( join( tree, 'usr/share/wordpress/wp-content/languages' ), target, { recursive: true } );
}

/** Downloads packages of one suite and unpacks them, without installing, into a folder below `work`. */
function unpack( suite, names, work ) {
	const folder = ( ...parts ) => {
		mkdirSync( join( work, ...parts ), { recursive: true } );
		return join( work, ...parts );
	};
	const lists = folder( 'lists' );
	folder( 'lists', 'partial' );
	folder( 'cache', 'archives', 'partial' );
	writeFileSync( join( work, 'sources.list' ), `deb ${ mirror() } ${ suite } main\n` );
	const settings = [
		`Dir::Etc::sourcelist "${ join( work, 'sources.list' ) }";`,
		'Dir::Etc::sourceparts "-";',
		`Dir::State::Lists "${ lists }";`,
		`Dir::Cache "${ join( work, 'cache' ) }";`,
		'APT::Sandbox::User "root";',
		'Acquire::Languages "none";',
	];
	writeFileSync( join( work, 'apt.conf' ), settings.join( '\n' ) );
	const env = { ...process.env, APT_CONFIG: join( work, 'apt.conf' ) };
	capture( 'apt-get', [ 'update', '-qq' ], { env } );
	const packages = folder( 'packages' );
	capture( 'apt-get', [ 'download', '-qq', ...names ], { env, cwd: packages } );
	const tree = folder( 'tree' );
	for ( const file of readdirSync( packages ) ) {
		capture( 'dpkg', [ '-x', join( packages, file ), tree ] );
	}
	return tree;
}

/** The machine's own package mirror. */
function mirror() {
	const sites = capture( 'apt-get', [ 'indextargets', '--format', '$(SITE)', 'Created-By: Packages' ] );
	const site = sites.split( '\n' ).find( ( line ) => line && ! line.includes( 'security' ) );
	if ( ! site ) {
		throw new Error( 'apt has no package source to ask for WordPress.' );
	}
	return site;
}

/** Packages link to absolute paths of an installed system: point those inside the unpacked tree. */
function pointLinksInside( tree ) {
	const links = capture( 'find', [ tree, '-type', 'l', '-lname', '/*' ] ).split( '\n' ).filter( Boolean );
	for ( const link of links ) {
		const target = join( tree, readlinkSync( link ) );
		rmSync( link );
		symlinkSync( relative( dirname( link ), target ), link );
	}
	// What still leads nowhere (the system's certificates, an Apache file) is not needed to run.
	for ( const link of capture( 'find', [ tree, '-xtype', 'l' ] ).split( '\n' ).filter( Boolean ) ) {
		rmSync( link );
	}
}
