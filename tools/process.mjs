// Child processes, ports and clean ends, with Node built-ins only: start.mjs runs before node_modules exists.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';

export const isCI = Boolean( process.env.CI ) && process.env.CI !== 'false';

/** Exit code of a step that could not run on this machine: a failure with CI=true, else reported as left out. */
export const LEFT_OUT = 77;

/** Full path of a program, or null. Looks in the sbin folders too: mariadbd lives there on Debian. */
export function which( ...names ) {
	const folders = ( process.env.PATH ?? '' ).split( delimiter );
	folders.push( '/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin', '/usr/local/bin' );
	for ( const name of names ) {
		for ( const folder of folders ) {
			const file = join( folder, name );
			try {
				accessSync( file, constants.X_OK );
				return file;
			} catch {
				// Not in this folder.
			}
		}
	}
	return null;
}

/** Runs a command with its output shown; throws when it fails. */
export function run( command, args, options = {} ) {
	const { status, error } = spawnSync( command, args, { cwd: root, stdio: 'inherit', ...options } );
	if ( error || status !== 0 ) {
		throw new Error(
			`${ command } ${ args.join( ' ' ) } failed${ error ? `: ${ error.message }` : ` (exit ${ status })` }`
		);
	}
}

/** Runs a command and returns what it printed; throws with its error output when it fails. */
export function capture( command, args, options = {} ) {
	const result = spawnSync( command, args, { cwd: root, encoding: 'utf8', maxBuffer: 256e6, ...options } );
	if ( result.error || result.status !== 0 ) {
		const said = [ result.error?.message, result.stdout, result.stderr ].filter( Boolean ).join( '\n' ).trim();
		throw new Error( `${ command } ${ args.join( ' ' ) } failed (exit ${ result.status })\n${ said }` );
	}
	return result.stdout;
}

/**
 * Starts a long-running child in a process group of its own, so that stop() also ends its workers:
 * the workers of `php -S` outlive a parent that is killed alone. `detached: false` keeps it in our own group,
 * for children without workers: whoever kills the group kills them too.
 */
export function startChild( command, args, options = {} ) {
	const { detached = true } = options;
	const child = spawn( command, args, { cwd: root, stdio: 'ignore', ...options, detached } );
	child.exited = new Promise( ( resolve ) => {
		child.once( 'exit', ( code ) => resolve( code ) );
		child.once( 'error', ( error ) => resolve( error ) );
	} );
	const signal = ( name ) => {
		try {
			process.kill( detached ? -child.pid : child.pid, name );
		} catch {
			// The group has ended already.
		}
	};
	// Not KILL: a child may have children in groups of their own, which it ends when asked to.
	const end = () => signal( 'SIGTERM' );
	process.once( 'exit', end );
	child.stop = async ( patience = 10_000 ) => {
		end();
		const killer = setTimeout( signal, patience, 'SIGKILL' );
		await child.exited;
		clearTimeout( killer );
		// The group may outlive its leader.
		signal( 'SIGKILL' );
		process.removeListener( 'exit', end );
	};
	return child;
}

export const wait = ( milliseconds ) => new Promise( ( resolve ) => setTimeout( resolve, milliseconds ) );

export function isAlive( pid ) {
	try {
		process.kill( pid, 0 );
		return true;
	} catch ( error ) {
		return error.code === 'EPERM';
	}
}

/** Ends in an orderly way on Ctrl+C and kill: exit handlers run, so no child stays behind. */
export function exitOnSignals() {
	for ( const name of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] ) {
		process.once( name, () => process.exit( name === 'SIGINT' ? 130 : 143 ) );
	}
}

export function isPortFree( port, host = '127.0.0.1' ) {
	return new Promise( ( resolve ) => {
		const server = createServer();
		server.once( 'error', () => resolve( false ) );
		server.listen( { port, host, exclusive: true }, () => server.close( () => resolve( true ) ) );
	} );
}

export function freePort() {
	return new Promise( ( resolve, reject ) => {
		const server = createServer();
		server.once( 'error', reject );
		server.listen( 0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close( () => resolve( port ) );
		} );
	} );
}

/** `--name=value` and `--flag` of the command line as an object; the rest in `_`. */
export function options( argv = process.argv.slice( 2 ) ) {
	const found = { _: [] };
	for ( const word of argv ) {
		const match = /^--([a-z0-9-]+)(?:=(.*))?$/.exec( word );
		if ( match ) {
			found[ match[ 1 ] ] = match[ 2 ] ?? true;
		} else {
			found._.push( word );
		}
	}
	return found;
}

/** Ends with a message instead of a stack trace: for mistakes that the reader can mend. */
export function fail( message ) {
	process.stderr.write( `\n${ message }\n` );
	process.exit( 1 );
}
