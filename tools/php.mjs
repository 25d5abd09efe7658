// The PHP of this machine: which extensions it has, and scripts run inside a WordPress site.
import { spawnSync } from 'node:child_process';
import { capture, which } from './process.mjs';
import { inRoot } from './paths.mjs';

// Enough for wp-admin with WP_DEBUG; the command line has no limit of its own, the built-in server has 128 MB.
export const PHP_FLAGS = [ '-d', 'memory_limit=512M', '-d', 'display_errors=0', '-d', 'log_errors=1' ];

// Compiling PHP to machine code halves the time of the demo data: SQLite's drop-in is a parser. PHP without the extension ignores it.
export const JIT = [ '-d', 'opcache.enable_cli=1', '-d', 'opcache.jit=tracing', '-d', 'opcache.jit_buffer_size=64M' ];

let found;

/** `{ file, version, extensions }` of the machine's PHP, or null where there is none new enough. */
export function php() {
	if ( found === undefined ) {
		found = look();
	}
	return found;
}

/** Forgets what was found: after an installation. */
export function lookAgain() {
	found = undefined;
}

function look() {
	const file = process.env.PHP_BINARY || which( 'php' );
	if ( ! file ) {
		return null;
	}
	const { status, stdout } = spawnSync(
		file,
		[ '-r', 'echo PHP_VERSION, " ", implode( ",", get_loaded_extensions() );' ],
		{ encoding: 'utf8' }
	);
	if ( status !== 0 ) {
		return null;
	}
	const [ version, extensions ] = stdout.split( ' ' );
	const [ major, minor ] = version.split( '.' ).map( Number );
	if ( major < 8 || ( major === 8 && minor < 1 ) ) {
		return null;
	}
	return { file, version, extensions: extensions.toLowerCase().split( ',' ) };
}

export const hasPhp = ( ...extensions ) =>
	Boolean( php() ) && extensions.every( ( name ) => php().extensions.includes( name ) );

/**
 * Runs a PHP script inside a booted site and returns what it printed.
 * `as` is the login the script acts for (default admin). Throws with the script's output when it fails.
 */
export function runInSite( site, script, args = [], { as = 'admin', env = {}, show = false } = {} ) {
	const command = [
		...PHP_FLAGS,
		...JIT,
		'-d',
		`error_log=${ site.log }`,
		inRoot( 'tools/site/run.php' ),
		script,
		...args,
	];
	const options = { env: { ...process.env, ...env, CARNET_SITE: site.folder, CARNET_AS: as } };
	return capture( php().file, command, show ? { ...options, stdio: [ 'ignore', 'inherit', 'inherit' ] } : options );
}
